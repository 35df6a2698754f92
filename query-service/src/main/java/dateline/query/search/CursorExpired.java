package dateline.query.search;

/** The index as it was when paging began is not kept any more. */
public final class CursorExpired extends InvalidParameter {
    private static final long serialVersionUID = 1L;

    CursorExpired() {
        super("next", "was not used for too long; please begin again with the first page");
    }
}
