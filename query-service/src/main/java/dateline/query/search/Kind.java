package dateline.query.search;

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

    /** The field of ids. */
    public String idField() {
        return idField;
    }
}
