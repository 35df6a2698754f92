package dateline.query.feeds;

/** A way to sort feeds. */
public record FeedOrder(String value, String name) {}
