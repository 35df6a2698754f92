package dateline.query.feeds;

/** A state to filter feeds by, and how many feeds are in it. */
public record StateChoice(String name, String value, int count, boolean chosen, String link) {}
