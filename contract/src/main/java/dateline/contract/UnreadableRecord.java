package dateline.contract;

import org.jspecify.annotations.Nullable;

/** A record's bytes can not be read as what the topic should hold. Trying again can not help. */
public final class UnreadableRecord extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableRecord(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
