package dateline.ingest.poll;

import dateline.ingest.subscribe.Subscription;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is next to be done for a feed. */
sealed interface Task {
    /** When it may be done. */
    Instant at();

    /** Ask for the feed. */
    record Poll(Instant at) implements Task {}

    /** Fetch a sitemap that an index lists. */
    record Sitemap(ChildSitemap child, Instant at) implements Task {}

    /** Fetch an entry's page. */
    record Page(PendingEntry entry, Instant at) implements Task {}

    /** The next task of a feed; null if there is none until something changes. */
    static @Nullable Task next(Subscription feed, FeedState state) {
        if (feed.paused()) {
            return null;
        }
        Instant asked = feed.pollRequestedAt();
        boolean requested = asked != null && !asked.equals(state.answeredRequest());
        boolean fresh = state.status().lastPoll() == null;
        Instant due = requested || fresh ? Instant.EPOCH : state.status().nextDue();
        PendingEntry page = state.pending().stream()
                .min(Comparator.comparing(PendingEntry::notBefore))
                .orElse(null);
        Task sitemap = state.sitemaps().stream()
                .filter(child -> child.due() != null)
                .<Task>map(child -> new Sitemap(child, Objects.requireNonNull(child.due())))
                .min(Comparator.comparing(Task::at))
                .orElse(null);
        if (sitemap != null
                && (due == null || sitemap.at().isBefore(due))
                && (page == null || !page.notBefore().isBefore(sitemap.at()))) {
            return sitemap;
        }
        if (page != null && (due == null || page.notBefore().isBefore(due))) {
            return new Page(page, page.notBefore());
        }
        return due == null ? null : new Poll(due);
    }
}
