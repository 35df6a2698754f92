package dateline.query.dashboard;

/** An entity or topic to go on with. */
public record Tag(String kind, String name, String link) {}
