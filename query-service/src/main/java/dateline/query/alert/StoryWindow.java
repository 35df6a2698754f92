package dateline.query.alert;

import dateline.contract.Signature;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What one search has told lately, and what it passed over: by it a reprint of a story is known. Holds a bounded number,
 * the newest. What it says depends on nothing but the matches it saw and their order.
 */
final class StoryWindow {
    /** Two texts of a paywall's two sentences are not one story; as the index has it. */
    private static final int SHORTEST = 20;

    private final int most;
    private final double repeated;
    private final Deque<Seen> seen = new ArrayDeque<>();

    StoryWindow(AlertSettings settings) {
        this.most = settings.mostStories();
        this.repeated = settings.repeated();
    }

    private record Seen(
            String subject, Instant at, @Nullable Signature signature) {}

    /** What a match is to those before it. */
    enum Novelty {
        /** A story of its own. */
        NEW_STORY,
        /** Another article with the text of one before. */
        REPRINT,
        /** The same article or span again. */
        SAME
    }

    /** Compares a match with those before it, and remembers it. */
    Novelty add(Match match, Instant forgetBefore) {
        while (!seen.isEmpty() && seen.getFirst().at().isBefore(forgetBefore)) {
            seen.removeFirst();
        }
        Novelty novelty = novelty(match);
        if (novelty != Novelty.SAME) {
            seen.addLast(new Seen(match.subject(), match.at(), match.signature()));
            if (seen.size() > most) {
                seen.removeFirst();
            }
        }
        return novelty;
    }

    boolean isEmpty() {
        return seen.isEmpty();
    }

    private Novelty novelty(Match match) {
        boolean reprint = false;
        for (Seen earlier : seen) {
            if (earlier.subject().equals(match.subject())) {
                return Novelty.SAME;
            }
            reprint = reprint || isOneStory(earlier.signature(), match.signature());
        }
        return reprint ? Novelty.REPRINT : Novelty.NEW_STORY;
    }

    private boolean isOneStory(@Nullable Signature a, @Nullable Signature b) {
        return a != null
                && b != null
                && Math.min(a.shingles(), b.shingles()) >= SHORTEST
                && a.minhash().size() == b.minhash().size()
                && a.containment(b) >= repeated;
    }
}
