package dateline.access.key;

/** The keys that were given can not be used; the message says where and why, and gives nothing away. */
public final class KeyMistake extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    KeyMistake(String message) {
        super(message);
    }
}
