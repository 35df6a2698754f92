package dateline.query.search;

import dateline.query.search.Tally.Counted;
import java.util.List;

/** What can be counted by its id, whatever its label. */
public enum Kind {
    ENTITY("facets.entity", "entities.id"),
    PERSON("facets.person", "entities.id"),
    ORGANISATION("facets.organisation", "entities.id"),
    PLACE("facets.place", "entities.id"),
    TOPIC("facets.topic", "topicIds"),
    KEYWORD("keywords", "keywords"),
    COUNTRY("countries", "countries");

    private final String field;
    private final String idField;

    Kind(String field, String idField) {
        this.field = field;
        this.idField = idField;
    }

    /** The field of pairs of id and label. */
    public String field() {
        return field;
    }

    /** Reads what was counted by {@link #field()}, with labels to show. */
    public List<Counted> counted(Tally tally, String name) {
        List<Counted> counted = tally.counted(name);
        return this == COUNTRY ? CountryNames.named(counted) : counted;
    }

    /** The field of ids. */
    public String idField() {
        return idField;
    }
}
