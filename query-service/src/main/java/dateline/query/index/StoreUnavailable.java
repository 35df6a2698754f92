package dateline.query.index;

import org.jspecify.annotations.Nullable;

/** The store, or the dead-letter topic, can take nothing just now. The same records are tried again, in order. */
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
