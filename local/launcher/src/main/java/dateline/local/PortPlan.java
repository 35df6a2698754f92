package dateline.local;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;

/** Which component listens where. Kept in the data folder, so that every later command finds them again. */
record PortPlan(Map<Component, Integer> ports) {
    PortPlan {
        ports = Map.copyOf(ports);
    }

    int of(Component component) {
        return ports.getOrDefault(component, component.defaultPort());
    }

    /** The ports of the last start in this data folder; the defaults if there was none. */
    static PortPlan remembered(DataFolder data) {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file(data))) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            return new PortPlan(Map.of());
        } catch (IOException e) {
            throw new CannotStart("Cannot read " + file(data) + ": " + e.getMessage(), e);
        }
        var ports = new EnumMap<Component, Integer>(Component.class);
        for (var component : Component.values()) {
            var port = properties.getProperty(component.title(), "");
            if (port.matches("[0-9]{1,5}")) {
                ports.put(component, Integer.parseInt(port));
            }
        }
        return new PortPlan(ports);
    }

    void remember(DataFolder data) {
        var properties = new Properties();
        ports.forEach((component, port) -> properties.setProperty(component.title(), port.toString()));
        try {
            Files.createDirectories(file(data).getParent());
            try (Writer writer = Files.newBufferedWriter(file(data))) {
                properties.store(writer, null);
            }
        } catch (IOException e) {
            throw new CannotStart("Cannot write " + file(data) + ": " + e.getMessage(), e);
        }
    }

    /**
     * The ports for a start.
     *
     * @param running what runs already and keeps its port
     * @param wanted what is going to run, those included
     * @throws CannotStart if a port is taken, or another was asked for than a running component has
     */
    PortPlan forStart(Arguments arguments, Set<Component> running, Set<Component> wanted) {
        return forStart(arguments, running, wanted, Ports::isFree, Ports::free);
    }

    PortPlan forStart(
            Arguments arguments,
            Set<Component> running,
            Set<Component> wanted,
            IntPredicate isFree,
            IntSupplier anyFree) {
        Map<Component, Integer> plan = new EnumMap<>(Component.class);
        plan.putAll(ports);
        Set<Integer> taken = new HashSet<>();
        for (var component : Component.values()) {
            if (running.contains(component)) {
                requireSame(component, arguments);
                plan.put(component, of(component));
                taken.add(of(component));
            }
        }
        for (var component : Component.values()) {
            if (!wanted.contains(component) || running.contains(component)) {
                continue;
            }
            var port = arguments.ports().getOrDefault(component, of(component));
            if (taken.contains(port) || !isFree.test(port)) {
                if (!arguments.freePorts() || arguments.ports().containsKey(component)) {
                    throw new CannotStart("Port " + port + ", where " + component.title()
                            + " would listen, is taken: free it, or choose another with " + component.portOption()
                            + " or --free-ports.");
                }
                port = anyFree.getAsInt();
            } else if (arguments.freePorts()
                    && !arguments.ports().containsKey(component)
                    && !ports.containsKey(component)) {
                port = anyFree.getAsInt();
            }
            plan.put(component, port);
            taken.add(port);
        }
        return new PortPlan(plan);
    }

    private void requireSame(Component component, Arguments arguments) {
        var asked = arguments.ports().getOrDefault(component, of(component));
        if (asked != of(component)) {
            throw new CannotStart(component.title() + " runs on port " + of(component)
                    + " already; ./dateline down stops it, then it can start on " + asked + ".");
        }
    }

    private static Path file(DataFolder data) {
        return data.root().resolve("run").resolve("ports.properties");
    }
}
