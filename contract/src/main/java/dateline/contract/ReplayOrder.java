package dateline.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order to read articles of {@link Topic#RAW} anew and write what comes of it to {@link Topic#ENRICHED}: because a
 * rule changed, or because an article did not get through the first time. The value in {@link Topic#REPLAYS}.
 *
 * @param id names the order; also the record's key
 * @param selection which articles
 * @param dryRun whether only to say what would change
 * @param reason why, in words, for the record
 * @param at when it was given
 * @param cancelledAt when it was called off; what was written until then stays
 */
public record ReplayOrder(
        String id,
        Selection selection,
        boolean dryRun,
        String reason,
        Instant at,
        @Nullable Instant cancelledAt) {
    /** An order that stands. */
    public ReplayOrder(String id, Selection selection, boolean dryRun, String reason, Instant at) {
        this(id, selection, dryRun, reason, at, null);
    }

    /** The same order, called off. */
    public ReplayOrder cancelled(Instant when) {
        return new ReplayOrder(id, selection, dryRun, reason, at, when);
    }

    /**
     * Which articles are read anew: those that meet every condition given; all of them if none is.
     *
     * @param from seen first at this time or later
     * @param to seen first before this time
     * @param outlets ids of outlets
     * @param articles ids of articles
     */
    public record Selection(
            @Nullable Instant from, @Nullable Instant to, List<String> outlets, List<String> articles) {
        public Selection {
            outlets = Lists.orEmpty(outlets);
            articles = Lists.orEmpty(articles);
        }

        /** These articles and no others. */
        public static Selection ofArticles(List<String> ids) {
            return new Selection(null, null, List.of(), ids);
        }
    }
}
