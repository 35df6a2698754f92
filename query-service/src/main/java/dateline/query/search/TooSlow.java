package dateline.query.search;

/** Elasticsearch did not come to an end in time. What it found until then is not shown: it would pass for everything. */
public final class TooSlow extends SearchUnavailable {
    private static final long serialVersionUID = 1L;

    TooSlow() {
        super("The search took too long and was stopped. Please narrow it, or try again later.");
    }
}
