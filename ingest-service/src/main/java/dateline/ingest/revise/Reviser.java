package dateline.ingest.revise;

import dateline.contract.ArticleDate;
import dateline.contract.Change;
import dateline.contract.IncomingArticle;
import dateline.contract.RawArticle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the next state of an article out of the last one and what was seen now. Pure. */
final class Reviser {
    private Reviser() {}

    /** The article's first revision. */
    static RawArticle first(IncomingArticle seen) {
        return afresh(seen, 1);
    }

    /** A revision with that number and no history: what lay before it is lost. */
    static RawArticle afresh(IncomingArticle seen, int revision) {
        Instant at = seen.origin().seenAt();
        return new RawArticle(seen.id(), revision, at, at, seen, List.of());
    }

    /**
     * The next revision if title or body changed, the same revision with corrected details if only those did.
     *
     * @param last what {@code news.raw} holds
     * @param seen what came now
     */
    static RawArticle next(RawArticle last, IncomingArticle seen) {
        IncomingArticle merged = keepBetterDate(last.article(), seen);
        if (Fingerprint.of(last.article()).text() == Fingerprint.of(merged).text()) {
            return new RawArticle(
                    last.id(), last.revision(), last.firstSeen(), last.revisedAt(), merged, last.changes());
        }
        int revision = last.revision() + 1;
        Instant at = seen.origin().seenAt();
        BodyDifference difference = BodyDifference.between(last.article(), merged);
        @Nullable
        String previousTitle = merged.title().equals(last.article().title())
                ? null
                : last.article().title();
        List<Change> changes = new ArrayList<>(last.changes());
        changes.add(new Change(revision, at, previousTitle, difference.added(), difference.removed()));
        return new RawArticle(last.id(), revision, last.firstSeen(), at, merged, History.bounded(changes));
    }

    /** A sighting that could not tell the date does not undo an earlier one that could. */
    private static IncomingArticle keepBetterDate(IncomingArticle before, IncomingArticle now) {
        if (now.published().source() != ArticleDate.Source.FIRST_SEEN) {
            return now;
        }
        return new IncomingArticle(
                now.id(),
                now.url(),
                now.outlet(),
                now.title(),
                now.subtitle(),
                now.bylines(),
                before.published(),
                now.modified(),
                now.declaredLanguage(),
                now.leadImage(),
                now.section(),
                now.tags(),
                now.blocks(),
                now.furniture(),
                now.origin());
    }
}
