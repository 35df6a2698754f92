package dateline.query.alert;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What one search has told lately, and what it passed over: by it a reprint of a story is known. Holds a bounded number,
 * the newest. What it says depends on nothing but the matches it saw and their order.
 */
final class StoryWindow {
    private final int most;
    private final double repeated;
    private final Deque<Seen> seen = new ArrayDeque<>();

    StoryWindow(AlertSettings settings) {
        this.most = settings.mostStories();
        this.repeated = settings.repeated();
    }

    /** There may be a hundred for each of ten thousand searches, so it is small: no text or instant of its own. */
    private record Seen(String subject, long atMillis, Prints.@Nullable Print print) {}

    /** What a match is to those before it. */
    enum Novelty {
        /** A story of its own. */
        NEW_STORY,
        /** Another article with the text of one before. */
        REPRINT,
        /** The same article or span again. */
        SAME
    }

    /**
     * Compares a match with those before it, and remembers it.
     *
     * @param subject the article, or the span of time
     * @param print the article's, if it can be compared
     */
    Novelty add(String subject, Instant at, Prints.@Nullable Print print, Instant forgetBefore) {
        while (!seen.isEmpty() && seen.getFirst().atMillis() < forgetBefore.toEpochMilli()) {
            seen.removeFirst();
        }
        Novelty novelty = novelty(subject, print);
        if (novelty != Novelty.SAME) {
            seen.addLast(new Seen(print == null ? subject : print.subject(), at.toEpochMilli(), print));
            if (seen.size() > most) {
                seen.removeFirst();
            }
        }
        return novelty;
    }

    private Novelty novelty(String subject, Prints.@Nullable Print print) {
        boolean reprint = false;
        for (Seen earlier : seen) {
            if (earlier.subject().equals(subject)) {
                return Novelty.SAME;
            }
            reprint = reprint
                    || (print != null && earlier.print() != null && print.containment(earlier.print()) >= repeated);
        }
        return reprint ? Novelty.REPRINT : Novelty.NEW_STORY;
    }
}
