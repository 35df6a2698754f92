package dateline.contract;

/** The kinds of named thing that Dateline tells apart. */
public enum EntityType {
    PERSON,
    ORGANISATION,
    PLACE
}
