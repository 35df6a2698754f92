package dateline.query.search;

import java.util.Optional;
import java.util.stream.Stream;

/** In which order articles are answered. Ties are broken by date, newest first, then by id. */
public enum Sort {
    /** The best match first. */
    RELEVANCE("relevance"),
    /** The last published first. */
    NEWEST("newest"),
    /** The first published first. */
    OLDEST("oldest"),
    /** What Dateline saw last, first. */
    FIRST_SEEN("firstSeen");

    private final String label;

    Sort(String label) {
        this.label = label;
    }

    /** Its name in requests. */
    public String label() {
        return label;
    }

    static Optional<Sort> of(String label) {
        return Stream.of(values()).filter(sort -> sort.label.equals(label)).findFirst();
    }
}
