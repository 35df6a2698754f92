package dateline.query.search;

/** More is asked for at once than the service does at once; later it may be done. */
public final class TooBusy extends SearchUnavailable {
    private static final long serialVersionUID = 1L;

    public TooBusy(String message) {
        super(message);
    }
}
