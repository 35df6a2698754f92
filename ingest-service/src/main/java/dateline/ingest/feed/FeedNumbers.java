package dateline.ingest.feed;

import org.jspecify.annotations.Nullable;

/** Reads numbers as feeds write them. */
final class FeedNumbers {
    private FeedNumbers() {}

    /** The number, or -1 if the text is none or negative. */
    static long parse(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > 18) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }
}
