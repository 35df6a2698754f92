package dateline.local;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The command line, completed by the environment.
 *
 * @param command as typed
 * @param data where data, logs and ports are kept
 * @param ports only those that were asked for
 * @param freePorts whether any free port will do for the others
 * @param feeds the operator's feed list, if not the one in the data folder
 * @param service whose logs are wanted, if not all
 * @param follow whether to go on printing what comes
 * @param yes whether not to ask
 */
record Arguments(
        String command,
        DataFolder data,
        Map<Component, Integer> ports,
        boolean freePorts,
        Optional<Path> feeds,
        Optional<Component> service,
        boolean follow,
        boolean yes) {
    Arguments {
        ports = Map.copyOf(ports);
    }

    /**
     * @param root the checkout, where the data folder is unless someone says otherwise
     * @throws CannotStart if it cannot be understood
     */
    static Arguments parse(List<String> arguments, Map<String, String> environment, Path root) {
        return new Parser(environment, root).parse(arguments);
    }

    /** Reads one argument after the other. */
    private static final class Parser {
        private final Map<Component, Integer> ports = new EnumMap<>(Component.class);
        private Path data;
        private boolean freePorts;
        private boolean follow;
        private boolean yes;
        private @Nullable Path feeds;
        private @Nullable Component service;

        Parser(Map<String, String> environment, Path root) {
            data = Path.of(environment.getOrDefault(
                    "DATELINE_DATA", root.resolve(".dateline").toString()));
            freePorts = "true".equals(environment.get("DATELINE_FREE_PORTS"));
            for (var component : Component.values()) {
                var port = environment.get(component.portVariable());
                if (port != null) {
                    ports.put(component, port(component.portVariable(), port));
                }
            }
        }

        Arguments parse(List<String> arguments) {
            if (arguments.isEmpty()) {
                throw new CannotStart("No command; ./dateline help lists them.");
            }
            var command = arguments.getFirst();
            var rest = arguments.subList(1, arguments.size()).iterator();
            while (rest.hasNext()) {
                var argument = rest.next();
                var equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
                var option = equals < 0 ? argument : argument.substring(0, equals);
                if (takesValue(command, option)) {
                    if (equals < 0 && !rest.hasNext()) {
                        throw new CannotStart(option + " needs a value; see ./dateline help.");
                    }
                    value(option, equals < 0 ? rest.next() : argument.substring(equals + 1));
                } else {
                    flag(command, argument);
                }
            }
            return new Arguments(
                    command,
                    new DataFolder(data),
                    ports,
                    freePorts,
                    Optional.ofNullable(feeds),
                    Optional.ofNullable(service),
                    follow,
                    yes);
        }

        private static boolean takesValue(String command, String option) {
            return option.equals("--data")
                    || option.endsWith("-port")
                    || (option.equals("--feeds") && is(command, "up"));
        }

        private void value(String option, String value) {
            switch (option) {
                case "--data" -> data = Path.of(value);
                case "--feeds" -> feeds = Path.of(value).toAbsolutePath();
                default -> ports.put(componentOf(option), port(option, value));
            }
        }

        private void flag(String command, String argument) {
            if (argument.equals("--free-ports")) {
                freePorts = true;
            } else if (is(command, "reset") && (argument.equals("--yes") || argument.equals("-y"))) {
                yes = true;
            } else if (is(command, "logs") && (argument.equals("-f") || argument.equals("--follow"))) {
                follow = true;
            } else if (is(command, "logs") && !argument.startsWith("-")) {
                service = Component.named(argument)
                        .orElseThrow(() -> new CannotStart("There is no service \"" + argument
                                + "\"; it is kafka, elasticsearch, ingest, enrich, query or newsroom."));
            } else {
                throw new CannotStart(
                        "./dateline " + command + " does not take \"" + argument + "\"; see ./dateline help.");
            }
        }

        private static boolean is(String command, String name) {
            return command.equals(name);
        }

        private static Component componentOf(String option) {
            for (var component : Component.values()) {
                if (component.portOption().equals(option)) {
                    return component;
                }
            }
            throw new CannotStart("There is no option " + option + "; see ./dateline help.");
        }

        private static int port(String option, String value) {
            if (value.matches("[0-9]{1,5}")) {
                var port = Integer.parseInt(value);
                if (port >= 1 && port <= 65535) {
                    return port;
                }
            }
            throw new CannotStart(option + " is a port from 1 to 65535, not \"" + value + "\".");
        }
    }
}
