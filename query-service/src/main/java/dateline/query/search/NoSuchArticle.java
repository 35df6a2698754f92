package dateline.query.search;

/** There is no article with this id, or it was taken down. */
final class NoSuchArticle extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSuchArticle(String id) {
        super("There is no article " + (id.length() > 64 ? id.substring(0, 64) : id));
    }
}
