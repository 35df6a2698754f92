package dateline.ingest.poll;

import dateline.ingest.subscribe.HubNews;
import dateline.ingest.subscribe.HubSubscription;
import dateline.ingest.subscribe.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is next to be done for a feed. */
sealed interface Task {
    /** When it may be done. */
    Instant at();

    /**
     * Ask for the feed.
     *
     * @param news what its hub has said by now, so that a push during the poll calls for another one
     */
    record Poll(Instant at, HubNews news) implements Task {}

    /** Ask the feed's hub to push. */
    record Hub(HubSubscription hub, HubNews news, Instant at) implements Task {}

    /** Fetch a sitemap that an index lists. */
    record Sitemap(ChildSitemap child, Instant at) implements Task {}

    /** Fetch an entry's page. */
    record Page(PendingEntry entry, Instant at) implements Task {}

    /**
     * The next task of a feed; null if there is none until something changes.
     *
     * @param news what its hub has said
     * @param pause shortest time from a poll to one that a push calls for
     */
    static @Nullable Task next(Subscription feed, FeedState state, HubNews news, Duration pause) {
        if (feed.paused()) {
            return null;
        }
        Instant asked = feed.pollRequestedAt();
        boolean requested = asked != null && !asked.equals(state.answeredRequest());
        boolean fresh = state.status().lastPoll() == null;
        Instant due = requested || fresh ? Instant.EPOCH : state.status().nextDue();
        HubSubscription hub = state.hub();
        if (hub != null && due != null) {
            due = pushed(state, hub, news, pause, due);
            Instant ask = HubClient.due(hub, news);
            if (ask.isBefore(due)) {
                Task other = next(feed, state.withHub(null), HubNews.NONE, pause);
                return other != null && other.at().isBefore(ask) ? other : new Hub(hub, news, ask);
            }
        }
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
        return due == null ? null : new Poll(due, news);
    }

    /** When to poll if a push calls for it that no poll has followed yet; a site that asked for rest has it first. */
    private static Instant pushed(FeedState state, HubSubscription hub, HubNews news, Duration pause, Instant due) {
        Instant push = news.pushedAt(hub);
        if (push == null || push.equals(hub.answeredPush())) {
            return due;
        }
        Instant last = state.status().lastPoll();
        Instant held = state.status().heldUntil();
        Instant at = last == null || !last.plus(pause).isAfter(push) ? push : last.plus(pause);
        at = held != null && held.isAfter(at) ? held : at;
        return at.isBefore(due) ? at : due;
    }
}
