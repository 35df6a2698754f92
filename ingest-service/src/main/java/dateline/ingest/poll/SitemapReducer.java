package dateline.ingest.poll;

import dateline.ingest.subscribe.Arrivals;
import dateline.ingest.subscribe.FeedStatus;
import dateline.ingest.subscribe.Subscription;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** From an index' state and what one of its sitemaps brought to its next state. Pure, as {@link PollReducer} is. */
final class SitemapReducer {
    private static final int REMEMBERED = 500;
    private static final int MOST_REMEMBERED = 20_000;

    private final PollReducer reducer;
    private final Schedule schedule;

    SitemapReducer(PollReducer reducer, Schedule schedule) {
        this.reducer = reducer;
        this.schedule = schedule;
    }

    /** The state after one of its sitemaps was asked for. When the index itself is due stays as it was. */
    PollReducer.Step next(Subscription feed, FeedState state, ChildSitemap child, PollResult result, Instant now) {
        return switch (result) {
            case PollResult.Document document -> document(feed, state, child, document, now);
            case PollResult.Unchanged _ ->
                step(state, child, child.read(now, child.bodyHash(), child.entries(), null), state.status());
            case PollResult.Failed failed ->
                step(
                        state,
                        child,
                        child.failed(now),
                        new StatusBuilder(state.status())
                                .noted(child.url() + ": " + failed.reason())
                                .build());
            case PollResult.Index _ -> step(state, child, child.failed(now), state.status());
        };
    }

    private PollReducer.Step document(
            Subscription feed, FeedState state, ChildSitemap child, PollResult.Document document, Instant now) {
        List<KeyedEntry> keyed = KeyedEntry.of(document.entries());
        int others = state.sitemaps().stream()
                .filter(other -> !other.url().equals(child.url()))
                .mapToInt(ChildSitemap::entries)
                .sum();
        int remembered = Math.clamp(3L * (others + keyed.size()), REMEMBERED, MOST_REMEMBERED);
        PollReducer.Taken taken = reducer.take(feed, state, keyed, remembered, now);
        FeedStatus last = state.status();
        int unseen = taken.news().unseen();
        Arrivals arrivals =
                last.arrivals().plus(now.atOffset(ZoneOffset.UTC).toLocalDate(), child.first() ? 0 : unseen);
        StatusBuilder status = new StatusBuilder(last)
                .arrived(arrivals, unseen == 0 ? last.lastNew() : now)
                .pending(taken.pending().size());
        document.problems().forEach(status::noted);
        ChildSitemap read = child.read(
                now,
                taken.more() ? 0 : document.bodyHash(),
                keyed.size(),
                taken.more() ? now.plus(schedule.shortest(feed)) : null);
        FeedState next = new FeedState(
                status.build(),
                null,
                null,
                0,
                false,
                state.moving(),
                state.answeredRequest(),
                Math.max(state.largestDocument(), keyed.size()),
                taken.seen(),
                taken.pending(),
                replaced(state, child, read),
                state.quiet(),
                state.hub());
        return new PollReducer.Step(next, taken.complete());
    }

    private static PollReducer.Step step(FeedState state, ChildSitemap old, ChildSitemap now, FeedStatus status) {
        FeedState next = new FeedState(
                status,
                null,
                null,
                0,
                false,
                state.moving(),
                state.answeredRequest(),
                state.largestDocument(),
                state.seen(),
                state.pending(),
                replaced(state, old, now),
                state.quiet(),
                state.hub());
        return new PollReducer.Step(next, List.of());
    }

    private static List<ChildSitemap> replaced(FeedState state, ChildSitemap old, ChildSitemap now) {
        return state.sitemaps().stream()
                .map(child -> child.url().equals(old.url()) ? now : child)
                .toList();
    }
}
