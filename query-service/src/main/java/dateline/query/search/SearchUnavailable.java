package dateline.query.search;

/** Elasticsearch can not answer just now. */
public class SearchUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SearchUnavailable(Throwable cause) {
        super("The search index does not answer. Please try again in a moment.", cause);
    }

    SearchUnavailable(String message) {
        super(message);
    }
}
