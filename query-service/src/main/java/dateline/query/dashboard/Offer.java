package dateline.query.dashboard;

/** Something to go to that the search field offers. */
public record Offer(int number, String kind, String name, String articles, String address) {}
