package dateline.query.search;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What found articles are counted by. */
public enum Facet {
    ENTITY("facets.entity", "entity"),
    PERSON("facets.person", "entity"),
    ORGANISATION("facets.organisation", "entity"),
    PLACE("facets.place", "entity"),
    TOPIC("facets.topic", "topic"),
    OUTLET("facets.outlet", "outlet"),
    TAG("outlet.tags", "tag"),
    LANGUAGE("language", "language"),
    COUNTRY("countries", "country"),
    SPEAKER("speakers", "speaker");

    private final String field;
    private final String parameter;

    Facet(String field, String parameter) {
        this.field = field;
        this.parameter = parameter;
    }

    /** Its name in requests and answers. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The request parameter that keeps only the articles of one of its values. */
    public String parameter() {
        return parameter;
    }

    String field() {
        return field;
    }

    static Optional<Facet> of(String label) {
        return Stream.of(values()).filter(facet -> facet.label().equals(label)).findFirst();
    }
}
