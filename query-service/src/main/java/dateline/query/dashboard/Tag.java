package dateline.query.dashboard;

/** An entity or topic to go on with. */
record Tag(String kind, String name, String link) {}
