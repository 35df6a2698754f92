package dateline.query.names;

/**
 * Something that articles name.
 *
 * @param kind what it is
 * @param id its id
 * @param label the name to show
 * @param articles how many articles name it, or are about it, or are its own
 */
public record Named(Kind kind, String id, String label, long articles) {
    /** Kinds of what is named. */
    public enum Kind {
        PERSON,
        ORGANISATION,
        PLACE,
        TOPIC,
        OUTLET
    }
}
