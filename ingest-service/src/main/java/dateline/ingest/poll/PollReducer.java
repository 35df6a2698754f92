package dateline.ingest.poll;

import dateline.ingest.poll.FeedState.Moving;
import dateline.ingest.subscribe.Arrivals;
import dateline.ingest.subscribe.FeedStatus;
import dateline.ingest.subscribe.FeedsProperties;
import dateline.ingest.subscribe.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** From a feed's state and a poll's result to its next state. Pure: time and chance come in as values. */
final class PollReducer {
    /** What a poll came to: the next state, and entries that are articles as they are. */
    record Step(FeedState state, List<Entry> complete) {}

    /** Most entries taken from one poll or waiting; the rest is still in the document at the next one. */
    static final int MOST_NEW = 100;

    private static final int REMEMBERED = 500;
    private static final int MOVES_BELIEVED_FROM = 5;
    private static final Duration MOVE_BELIEVED_AFTER = Duration.ofDays(7);
    private static final int ERRORS_UNTIL_MOVE_IS_DOUBTED = 10;
    private static final int KEPT_OF_TEXT = 4000;
    private static final String NOT_BELIEVED =
            "nearly all entries changed at once: taken for a change of the feed's form, not of its news";

    private final FeedsProperties properties;
    private final Schedule schedule;

    PollReducer(FeedsProperties properties) {
        this.properties = properties;
        this.schedule = new Schedule(properties);
    }

    Step next(Subscription feed, FeedState state, PollResult result, Instant now, double chance) {
        return switch (result) {
            case PollResult.Unchanged unchanged -> new Step(unchanged(feed, state, unchanged, now, chance), List.of());
            case PollResult.Document document -> document(feed, state, document, now, chance);
            case PollResult.Index index -> new Step(index(feed, state, index, now, chance), List.of());
            case PollResult.Failed failed -> new Step(failed(feed, state, failed, now, chance), List.of());
        };
    }

    private FeedState unchanged(
            Subscription feed, FeedState state, PollResult.Unchanged result, Instant now, double chance) {
        FeedStatus last = state.status();
        Duration interval = schedule.quietRhythm(feed, last.interval(), last.lastNew(), now);
        Moving moving = moving(state.moving(), result.movedTo(), now);
        FeedStatus status = new StatusBuilder(last)
                .succeeded(now)
                .movedTo(believed(moving, now, last.currentUrl()))
                .due(
                        schedule.quiet(
                                feed,
                                state.quiet(),
                                schedule.afterSuccess(feed, interval, result.asked(), now, chance),
                                now),
                        interval)
                .build();
        boolean trusted = !state.validatorsLie();
        String etag = trusted && result.etag() != null ? result.etag() : state.etag();
        String lastModified = trusted && result.lastModified() != null ? result.lastModified() : state.lastModified();
        return new FeedState(
                status,
                etag,
                lastModified,
                state.bodyHash(),
                state.validatorsLie(),
                moving,
                feed.pollRequestedAt(),
                state.largestDocument(),
                state.seen(),
                state.pending(),
                state.sitemaps(),
                state.quiet(),
                state.hub());
    }

    private Step document(
            Subscription feed, FeedState state, PollResult.Document document, Instant now, double chance) {
        List<KeyedEntry> keyed = KeyedEntry.of(document.entries());
        int largest = Math.max(state.largestDocument(), keyed.size());
        Taken taken = take(feed, state, keyed, Math.max(REMEMBERED, 3 * largest), now);
        News news = taken.news();
        FeedStatus status = documentStatus(feed, state, document, taken, now, chance);
        boolean more = taken.more();
        boolean lie = state.validatorsLie() || lie(state, document, news);
        FeedState next = new FeedState(
                status,
                more || lie ? null : document.etag(),
                more || lie ? null : document.lastModified(),
                more ? 0 : document.bodyHash(),
                lie,
                moving(state.moving(), document.movedTo(), now),
                feed.pollRequestedAt(),
                largest,
                taken.seen(),
                taken.pending(),
                List.of(),
                document.quiet(),
                state.hub());
        return new Step(next, taken.complete());
    }

    /**
     * What becomes of a document's entries.
     *
     * @param complete articles as they are
     * @param pending all entries whose page is to be fetched, also those that waited before
     * @param more whether some are left for another time
     */
    record Taken(News news, List<Entry> complete, List<PendingEntry> pending, SeenEntries seen, boolean more) {}

    Taken take(Subscription feed, FeedState state, List<KeyedEntry> keyed, int remembered, Instant now) {
        News news = news(state.seen(), keyed);
        Set<Long> waiting = new HashSet<>();
        List<Entry> complete = new ArrayList<>();
        List<PendingEntry> pending = new ArrayList<>(state.pending());
        int room = MOST_NEW - state.pending().size();
        for (KeyedEntry one : news.entries()) {
            Entry entry = one.entry();
            if (room-- <= 0) {
                waiting.add(one.key());
            } else if (entry.link().isEmpty() || isWhole(feed, entry)) {
                complete.add(entry);
            } else {
                // A newer version of an entry that still waits takes its place.
                pending.removeIf(old -> old.entry().link().equals(entry.link()));
                pending.add(new PendingEntry(shortened(entry), now, 0, now));
            }
        }
        List<KeyedEntry> seen =
                keyed.stream().filter(entry -> !waiting.contains(entry.key())).toList();
        return new Taken(news, complete, pending, state.seen().with(seen, remembered), !waiting.isEmpty());
    }

    /** The index is always asked for as a whole: its sitemaps change while it does not. */
    private FeedState index(Subscription feed, FeedState state, PollResult.Index index, Instant now, double chance) {
        FeedStatus last = state.status();
        List<ChildSitemap> sitemaps = SitemapChoice.of(
                state.sitemaps(), index.sitemaps(), properties.maxAge(), now, last.lastSuccess() == null);
        Duration rhythm = schedule.rhythm(feed, List.of(), last.arrivals(), now);
        Moving moving = moving(state.moving(), index.movedTo(), now);
        List<String> notes = new ArrayList<>(index.problems());
        if (sitemaps.isEmpty()) {
            notes.add("none of its sitemaps is recent");
        }
        FeedStatus status = new StatusBuilder(last)
                .succeeded(now)
                .document("", null, "sitemap index", notes)
                .movedTo(believed(moving, now, last.currentUrl()))
                .due(schedule.afterSuccess(feed, rhythm, index.asked(), now, chance), rhythm)
                .build();
        return new FeedState(
                status,
                null,
                null,
                0,
                false,
                moving,
                feed.pollRequestedAt(),
                state.largestDocument(),
                state.seen(),
                state.pending(),
                sitemaps,
                QuietTimes.NONE,
                null);
    }

    private FeedStatus documentStatus(
            Subscription feed, FeedState state, PollResult.Document document, Taken taken, Instant now, double chance) {
        News news = taken.news();
        FeedStatus last = state.status();
        // What a feed holds at first was not new today; it would make the feed look busier than it is.
        boolean first = last.lastSuccess() == null;
        Arrivals arrivals = last.arrivals().plus(now.atOffset(ZoneOffset.UTC).toLocalDate(), first ? 0 : news.unseen());
        Instant lastNew = news.unseen() == 0 ? last.lastNew() : first ? newest(document.dates(), now) : now;
        Duration rhythm = schedule.rhythm(feed, document.dates(), arrivals, now);
        Duration wait = taken.more() ? schedule.shortest(feed) : rhythm;
        List<String> notes = new ArrayList<>(document.problems());
        if (news.doubted()) {
            notes.add(NOT_BELIEVED);
        }
        if (state.validatorsLie() || lie(state, document, news)) {
            notes.add("the server's validators did not change when the feed did: it is asked without them");
        }
        return new StatusBuilder(last)
                .succeeded(now)
                .document(document.title(), document.language(), document.format(), notes)
                .arrived(arrivals, lastNew)
                .movedTo(believed(moving(state.moving(), document.movedTo(), now), now, last.currentUrl()))
                .due(
                        schedule.quiet(
                                feed,
                                document.quiet(),
                                schedule.afterSuccess(feed, wait, document.asked(), now, chance),
                                now),
                        rhythm)
                .pending(taken.pending().size())
                .build();
    }

    private FeedState failed(Subscription feed, FeedState state, PollResult.Failed failed, Instant now, double chance) {
        FeedStatus last = state.status();
        int errors = last.errors() + 1;
        Duration hold = hold(failed, errors);
        Instant due = schedule.afterError(feed, last.interval(), failed.error(), errors, hold, now, chance);
        boolean doubtMove = errors >= ERRORS_UNTIL_MOVE_IS_DOUBTED;
        FeedStatus status = new StatusBuilder(last)
                .failed(now, failed.error(), failed.reason(), errors)
                .held(hold == null ? null : now.plus(hold))
                .movedTo(doubtMove ? null : last.currentUrl())
                .due(due == null ? null : schedule.quiet(feed, state.quiet(), due, now), last.interval())
                .build();
        return new FeedState(
                status,
                state.etag(),
                state.lastModified(),
                state.bodyHash(),
                state.validatorsLie(),
                state.moving(),
                feed.pollRequestedAt(),
                state.largestDocument(),
                state.seen(),
                state.pending(),
                state.sitemaps(),
                state.quiet(),
                state.hub());
    }

    /** Asked without validators, the server gave the same one with new entries: asked with it, it would hide them. */
    private static boolean lie(FeedState state, PollResult.Document document, News news) {
        boolean sameTag = document.etag() != null && document.etag().equals(state.etag());
        boolean sameDate = document.etag() == null
                && document.lastModified() != null
                && document.lastModified().equals(state.lastModified());
        return (sameTag || sameDate) && news.unseen() > 0;
    }

    /** How long the site is to be left alone; null if it did not ask for that. */
    private @Nullable Duration hold(PollResult.Failed failed, int errors) {
        Duration asked = failed.retryAfter();
        if (asked != null) {
            return asked.compareTo(Schedule.LONGEST_RETRY_AFTER) > 0 ? Schedule.LONGEST_RETRY_AFTER : asked;
        }
        return switch (failed.error()) {
            case RATE_LIMITED -> schedule.holdWithoutWish(errors);
            case BAD_URL,
                    UNKNOWN_HOST,
                    REFUSED_ADDRESS,
                    CONNECTION,
                    TLS,
                    TIMEOUT,
                    TOO_LARGE,
                    REDIRECT,
                    PROTOCOL,
                    NOT_FOUND,
                    GONE,
                    FORBIDDEN,
                    BOT_WALL,
                    SERVER_ERROR,
                    NOT_A_FEED,
                    PARKED,
                    INTERNAL -> null;
        };
    }

    /**
     * The entries to take.
     *
     * @param unseen how many of them were never seen before
     * @param doubted whether changes were left aside because nearly all entries changed at once
     */
    record News(List<KeyedEntry> entries, int unseen, boolean doubted) {}

    private static News news(SeenEntries seen, List<KeyedEntry> document) {
        List<KeyedEntry> unseen = new ArrayList<>();
        List<KeyedEntry> changed = new ArrayList<>();
        for (KeyedEntry entry : document) {
            OptionalInt version = seen.version(entry.key());
            if (version.isEmpty()) {
                unseen.add(entry);
            } else if (version.getAsInt() != entry.version()) {
                changed.add(entry);
            }
        }
        int known = document.size() - unseen.size();
        boolean doubted = known >= 5 && changed.size() * 10 >= known * 8;
        List<KeyedEntry> entries = new ArrayList<>(unseen);
        if (!doubted) {
            entries.addAll(changed);
        }
        return new News(entries, unseen.size(), doubted);
    }

    boolean isWhole(Subscription feed, Entry entry) {
        if (entry.html().isEmpty()) {
            return false;
        }
        return feed.fullText()
                || entry.html().length() >= properties.fullTextFrom()
                        && Jsoup.parseBodyFragment(entry.html()).text().length() >= properties.fullTextFrom();
    }

    private static Entry shortened(Entry entry) {
        return entry.html().length() <= KEPT_OF_TEXT
                ? entry
                : new Entry(
                        entry.guid(),
                        entry.link(),
                        entry.title(),
                        entry.html().substring(0, KEPT_OF_TEXT) + "…",
                        entry.published(),
                        entry.updated(),
                        entry.authors(),
                        entry.categories(),
                        entry.image(),
                        entry.language());
    }

    private static Instant newest(List<Instant> dates, Instant now) {
        return dates.stream()
                .filter(date -> !date.isAfter(now))
                .max(Instant::compareTo)
                .orElse(now);
    }

    private static @Nullable Moving moving(@Nullable Moving last, @Nullable String movedTo, Instant now) {
        if (movedTo == null) {
            return null;
        }
        return last != null && last.target().equals(movedTo)
                ? new Moving(movedTo, last.count() + 1, last.since())
                : new Moving(movedTo, 1, now);
    }

    private static @Nullable String believed(@Nullable Moving moving, Instant now, @Nullable String current) {
        if (moving == null || moving.count() < MOVES_BELIEVED_FROM) {
            return current;
        }
        return moving.since().plus(MOVE_BELIEVED_AFTER).isAfter(now) ? current : moving.target();
    }
}
