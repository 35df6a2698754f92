package dateline.local;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What runs as a process of its own, in the order in which people want to read about it. */
public enum Component {
    KAFKA(9092, 512, "512m"),
    ELASTICSEARCH(9200, 1400, "1g"),
    INGEST(8081, 450, "512m"),
    ENRICH(8082, 700, "1g"),
    QUERY(8080, 450, "768m"),
    NEWSROOM(8090, 100, "64m");

    private final int defaultPort;
    private final int memory;
    private final String maximumHeap;

    Component(int defaultPort, int memory, String maximumHeap) {
        this.defaultPort = defaultPort;
        this.memory = memory;
        this.maximumHeap = maximumHeap;
    }

    /** The component that a person calls {@code name}. */
    static Optional<Component> named(String name) {
        return Stream.of(values())
                .filter(component -> name.equals(component.title()) || name.equals(component.title() + "-service"))
                .findFirst();
    }

    /** Its name on the console, and the name of its log. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    int defaultPort() {
        return defaultPort;
    }

    /** What it usually takes, in MiB: its heap as far as it fills it, and the rest of the process. */
    int memory() {
        return memory;
    }

    /** As {@code -Xmx} takes it. */
    String maximumHeap() {
        return maximumHeap;
    }

    String portOption() {
        return "--" + title() + "-port";
    }

    String portVariable() {
        return "DATELINE_" + name() + "_PORT";
    }
}
