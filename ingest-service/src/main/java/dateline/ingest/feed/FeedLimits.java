package dateline.ingest.feed;

import java.time.Duration;

/**
 * Bounds on what is kept of one document. What exceeds them is left out and named among the problems.
 *
 * @param entries most entries
 * @param depth deepest nesting of elements; deeper ones are flattened
 * @param elements most elements held at a time: those of one entry and of the feed's head
 * @param fieldLength longest single field, in characters
 * @param totalLength longest document, in characters
 * @param time longest time to read one document, by the wall clock; looked at between two tags or entries
 */
public record FeedLimits(int entries, int depth, int elements, int fieldLength, int totalLength, Duration time) {
    /** For feeds from anywhere. */
    public static final FeedLimits DEFAULT =
            new FeedLimits(2_000, 256, 100_000, 1_000_000, 20_000_000, Duration.ofSeconds(20));
}
