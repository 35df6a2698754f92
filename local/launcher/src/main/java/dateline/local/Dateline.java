package dateline.local;

import java.nio.file.Path;
import java.util.List;

/**
 * The commands of {@code ./dateline} that start, watch and stop. The script has checked the command's name, found the
 * JDK and built what is needed; {@code dateline.root} is the checkout.
 */
public final class Dateline {
    private Dateline() {}

    static void main(String[] args) {
        // At once, because what is left running must not keep the launcher alive.
        System.exit(run(List.of(args)));
    }

    private static int run(List<String> args) {
        try {
            var checkout = new Checkout(
                    Path.of(System.getProperty("dateline.root", "")).toAbsolutePath());
            var replay = !args.isEmpty() && args.getFirst().equals("replay") ? ReplayCommand.options(args) : null;
            var rebuild = !args.isEmpty() && args.getFirst().equals("rebuild") ? RebuildCommand.options(args) : null;
            var own = replay == null ? rebuild : replay;
            var arguments = Arguments.parse(own == null ? args : own.rest(), System.getenv(), checkout.root());
            var systemConsole = System.console();
            var console = new Console(System.out, systemConsole != null && systemConsole.isTerminal());
            if (replay != null) {
                return ReplayCommand.of(replay, arguments, console).run();
            }
            if (rebuild != null) {
                return RebuildCommand.of(rebuild, arguments, console).run();
            }
            return switch (arguments.command()) {
                case "demo" -> new StartCommand(checkout, arguments, console).demo();
                case "up" -> new StartCommand(checkout, arguments, console).up();
                case "status" -> new StatusCommand(arguments.data(), console).run();
                case "logs" -> new LogsCommand(arguments).run();
                case "down" -> new DownCommand(arguments, console).down();
                case "reset" -> new DownCommand(arguments, console).reset();
                default -> throw new CannotStart("There is no command \"" + arguments.command() + "\".");
            };
        } catch (CannotStart e) {
            System.err.println("dateline: " + e.getMessage());
            return 1;
        }
    }
}
