package dateline.ingest.poll;

import dateline.contract.IncomingArticle;
import dateline.contract.log.ArticleTrace;
import dateline.ingest.encoding.TextDecoder;
import dateline.ingest.fetch.FetchProperties;
import dateline.ingest.fetch.FetchRequest;
import dateline.ingest.fetch.Fetched;
import dateline.ingest.fetch.Fetcher;
import dateline.ingest.fetch.HostLanes;
import dateline.ingest.fetch.RobotsCache;
import dateline.ingest.fetch.Site;
import dateline.ingest.subscribe.FeedsProperties;
import dateline.ingest.subscribe.HubSubscription;
import dateline.ingest.subscribe.PollError;
import dateline.ingest.subscribe.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Does one task of a feed: the I/O around {@link PollReducer} and {@link EntryArticles}. Throws nothing. */
@Component
class Tasks {
    private static final Logger LOG = LoggerFactory.getLogger(Tasks.class);

    private static final Duration LONGEST_CRAWL_DELAY = Duration.ofMinutes(1);

    private final Fetcher fetcher;
    private final HostLanes lanes;
    private final RobotsCache robots;
    private final FetchProperties fetching;
    private final FeedsProperties properties;
    private final AnswerReader reader;
    private final PollReducer reducer;
    private final SitemapReducer sitemaps;
    private final EntryArticles articles;
    private final Schedule schedule;
    private final HubReducer hubs;
    private final HubClient hubClient;
    private final PollMetrics metrics;
    private final InstantSource clock;
    private final ArticleTrace trace;
    private final TextDecoder decoder = new TextDecoder();

    Tasks(
            Fetcher fetcher,
            HostLanes lanes,
            RobotsCache robots,
            FetchProperties fetching,
            FeedsProperties properties,
            AnswerReader reader,
            EntryArticles articles,
            HubClient hubClient,
            PollMetrics metrics,
            InstantSource clock,
            ArticleTrace trace) {
        this.fetcher = fetcher;
        this.lanes = lanes;
        this.robots = robots;
        this.fetching = fetching;
        this.properties = properties;
        this.reader = reader;
        this.reducer = new PollReducer(properties);
        this.sitemaps = new SitemapReducer(reducer, new Schedule(properties));
        this.articles = articles;
        this.schedule = new Schedule(properties);
        this.hubClient = hubClient;
        this.hubs = new HubReducer(hubClient.properties().enabled(), properties.minInterval(), schedule);
        this.metrics = metrics;
        this.clock = clock;
        this.trace = trace;
    }

    /** The site that the task makes its request to. */
    String site(Subscription feed, FeedState state, Task task) {
        String url = switch (task) {
            // A hub serves thousands of feeds: in a lane of its own they would wait for hours, and not be polled.
            case Task.Poll _, Task.Hub _ -> address(feed, state);
            case Task.Sitemap sitemap -> sitemap.child().url();
            case Task.Page page -> page.entry().entry().link();
        };
        try {
            return Site.of(url);
        } catch (IllegalArgumentException e) {
            // The fetch will say what is wrong with it.
            return "";
        }
    }

    /** Does the task; null if the feed is to be asked for its next task again, because nothing is decided yet. */
    @Nullable
    Outcome run(Subscription feed, FeedState state, Task task) {
        return switch (task) {
            case Task.Poll _, Task.Sitemap _ ->
                trace.step("poll", null, null, () -> traced(state, execute(feed, state, task)));
            case Task.Page page ->
                trace.step("fetch", page.entry().found(), null, () -> traced(state, execute(feed, state, task)));
            case Task.Hub _ -> execute(feed, state, task);
        };
    }

    /** With the step of the trace that it was, for the articles that it found and those whose pages are to be fetched. */
    private @Nullable Outcome traced(FeedState before, @Nullable Outcome outcome) {
        String step = trace.current();
        if (outcome == null || step == null) {
            return outcome;
        }
        Set<PendingEntry> known = Set.copyOf(before.pending());
        List<PendingEntry> pending = outcome.state().pending().stream()
                .map(entry -> known.contains(entry) ? entry : entry.foundBy(step))
                .toList();
        return new Outcome(outcome.state().withPending(pending), outcome.articles(), step);
    }

    private @Nullable Outcome execute(Subscription feed, FeedState state, Task task) {
        try {
            return switch (task) {
                case Task.Poll poll -> poll(feed, state, poll);
                case Task.Hub hub -> new Outcome(state.withHub(asked(feed, hub)), List.of());
                case Task.Sitemap sitemap -> sitemap(feed, state, sitemap.child());
                case Task.Page page -> page(feed, state, page.entry());
            };
        } catch (RuntimeException e) {
            LOG.error("Task {} of feed {} failed", task, feed.url(), e);
            return failed(feed, state, task, e);
        }
    }

    private Outcome poll(Subscription feed, FeedState state, Task.Poll task) {
        Instant started = clock.instant();
        ThreadLocalRandom random = ThreadLocalRandom.current();
        boolean conditional = random.nextDouble() >= properties.unconditionalShare();
        Fetched fetched = fetcher.fetch(FetchRequest.feed(
                address(feed, state),
                conditional ? state.etag() : null,
                conditional ? state.lastModified() : null,
                fetching.feedDeadline()));
        Instant now = clock.instant();
        PollResult result = reader.read(fetched, state.bodyHash(), now);
        PollReducer.Step polled = reducer.next(feed, state, result, now, random.nextDouble());
        PollReducer.Step step = new PollReducer.Step(
                hubs.next(feed, state, polled.state(), result, task.news(), now, random.nextDouble()),
                polled.complete());
        Instant held = step.state().status().heldUntil();
        if (held != null) {
            lanes.hold(site(feed, state, task), held);
        }
        metrics.polled(result, task.at().equals(Instant.EPOCH) ? Duration.ZERO : Duration.between(task.at(), started));
        return outcome(feed, step, now);
    }

    /** Null once pushing is switched off. */
    private @Nullable HubSubscription asked(Subscription feed, Task.Hub task) {
        return hubClient.properties().enabled() ? hubClient.ask(feed.id(), task.hub(), task.news()) : null;
    }

    private Outcome outcome(Subscription feed, PollReducer.Step step, Instant now) {
        List<IncomingArticle> complete = new ArrayList<>();
        for (Entry entry : step.complete()) {
            IncomingArticle article = articles.ofFeed(feed, entry, now, null, List.of());
            if (article != null) {
                complete.add(article);
            }
        }
        return new Outcome(step.state(), complete);
    }

    private @Nullable Outcome sitemap(Subscription feed, FeedState state, ChildSitemap child) {
        RobotsCache.Verdict verdict = robots.verdict(child.url());
        if (verdict == RobotsCache.Verdict.UNKNOWN) {
            robots.ask(child.url());
            return null;
        }
        PollResult result = switch (verdict) {
            case DISALLOWED -> new PollResult.Failed(PollError.FORBIDDEN, "disallowed by robots.txt", null);
            case ALLOWED ->
                reader.readChild(
                        fetcher.fetch(FetchRequest.feed(child.url(), null, null, fetching.feedDeadline())),
                        child.bodyHash(),
                        clock.instant());
            case UNREACHABLE, UNKNOWN ->
                new PollResult.Failed(PollError.CONNECTION, "robots.txt could not be fetched", null);
        };
        Instant now = clock.instant();
        if (result instanceof PollResult.Failed failed && failed.error() == PollError.RATE_LIMITED) {
            lanes.hold(Site.of(child.url()), now.plus(schedule.hold(failed.retryAfter(), 1)));
        }
        metrics.polled(result, Duration.ZERO);
        return outcome(feed, sitemaps.next(feed, state, child, result, now), now);
    }

    private @Nullable Outcome page(Subscription feed, FeedState state, PendingEntry pending) {
        String link = pending.entry().link();
        switch (robots.verdict(link)) {
            case UNKNOWN -> {
                robots.ask(link);
                return null;
            }
            case DISALLOWED -> {
                return withoutPage(feed, state, pending, null, "disallowed by robots.txt");
            }
            case UNREACHABLE -> {
                return again(feed, state, pending, null, "robots.txt could not be fetched");
            }
            case ALLOWED -> {
                // on to the page
            }
        }
        Fetched fetched = fetcher.fetch(FetchRequest.page(link, fetching.pageDeadline()));
        rest(link);
        if (fetched instanceof Fetched.Answer answer && !answer.url().equals(link)) {
            RobotsCache.Verdict verdict = robots.verdict(answer.url());
            if (verdict == RobotsCache.Verdict.UNKNOWN) {
                robots.ask(answer.url());
                verdict = robots.verdict(answer.url());
            }
            if (verdict == RobotsCache.Verdict.DISALLOWED) {
                return withoutPage(feed, state, pending, null, "redirect to what robots.txt disallows");
            }
        }
        return switch (fetched) {
            case Fetched.Failure failure -> {
                PollResult.Failed failed = StatusError.of(failure);
                yield failed.error().isPassing()
                        ? again(feed, state, pending, null, failed.reason())
                        : withoutPage(feed, state, pending, null, failed.reason());
            }
            case Fetched.Answer answer when answer.status() / 100 == 2 -> withPage(feed, state, pending, answer);
            case Fetched.Answer answer -> refused(feed, state, pending, answer);
        };
    }

    /** Grants the pause that robots.txt asks for, within reason: some files ask for a day. */
    private void rest(String url) {
        Duration asked = robots.crawlDelay(url);
        if (asked.isPositive()) {
            Duration granted = asked.compareTo(LONGEST_CRAWL_DELAY) > 0 ? LONGEST_CRAWL_DELAY : asked;
            lanes.hold(Site.of(url), clock.instant().plus(granted));
        }
    }

    private Outcome withPage(Subscription feed, FeedState state, PendingEntry pending, Fetched.Answer answer) {
        String type = Objects.requireNonNullElse(answer.headers().first("content-type"), "text/html");
        String lower = type.toLowerCase(Locale.ROOT);
        if (!lower.contains("html") && !lower.contains("xml") && !lower.startsWith("text/")) {
            return withoutPage(feed, state, pending, answer.status(), "it is " + type + ", not a page");
        }
        String html = decoder.decode(answer.body(), type).text();
        IncomingArticle article =
                articles.ofPage(feed, pending.entry(), answer.url(), answer.status(), html, pending.seenAt());
        if (article == null) {
            return withoutPage(feed, state, pending, answer.status(), "no article was found on it");
        }
        metrics.page("ok");
        return new Outcome(without(state, pending), List.of(article));
    }

    private Outcome refused(Subscription feed, FeedState state, PendingEntry pending, Fetched.Answer answer) {
        Instant now = clock.instant();
        PollResult.Failed failed = StatusError.of(answer, now);
        if (failed.error() == PollError.RATE_LIMITED) {
            Duration hold = schedule.hold(failed.retryAfter(), pending.attempts() + 1);
            lanes.hold(Site.of(pending.entry().link()), now.plus(hold));
        }
        return failed.error().isPassing()
                ? again(feed, state, pending, answer.status(), failed.reason())
                : withoutPage(feed, state, pending, answer.status(), failed.reason());
    }

    /** Tries the page again later, or gives it up. */
    private Outcome again(
            Subscription feed, FeedState state, PendingEntry pending, @Nullable Integer status, String reason) {
        if (pending.attempts() + 1 >= properties.pageAttempts()) {
            return withoutPage(
                    feed, state, pending, status, reason + " (tried " + (pending.attempts() + 1) + " times)");
        }
        metrics.page("retry");
        double chance = ThreadLocalRandom.current().nextDouble();
        Instant retryAt = schedule.pageRetry(pending.attempts() + 1, clock.instant(), chance);
        List<PendingEntry> next = state.pending().stream()
                .map(entry -> entry.equals(pending) ? pending.failed(retryAt) : entry)
                .toList();
        return new Outcome(state.withPending(next), List.of());
    }

    private Outcome withoutPage(
            Subscription feed, FeedState state, PendingEntry pending, @Nullable Integer status, String reason) {
        metrics.page("without");
        IncomingArticle article =
                articles.ofFeed(feed, pending.entry(), pending.seenAt(), status, List.of("page not used: " + reason));
        return new Outcome(without(state, pending), article == null ? List.of() : List.of(article));
    }

    private static FeedState without(FeedState state, PendingEntry pending) {
        return state.withPending(
                state.pending().stream().filter(entry -> !entry.equals(pending)).toList());
    }

    /** An error of ours must neither stop the feed nor be tried again at once. */
    private Outcome failed(Subscription feed, FeedState state, Task task, RuntimeException e) {
        return switch (task) {
            case Task.Poll _ -> {
                PollResult.Failed failed = new PollResult.Failed(PollError.INTERNAL, "error in Dateline: " + e, null);
                yield new Outcome(
                        reducer.next(feed, state, failed, clock.instant(), 0.5).state(), List.of());
            }
            case Task.Hub hub -> {
                Instant now = clock.instant();
                yield new Outcome(
                        state.withHub(
                                hub.hub().asked(now, now.plus(Duration.ofHours(24)), 1, "error in Dateline: " + e)),
                        List.of());
            }
            case Task.Sitemap sitemap -> {
                PollResult.Failed failed = new PollResult.Failed(PollError.INTERNAL, "error in Dateline: " + e, null);
                yield new Outcome(
                        sitemaps.next(feed, state, sitemap.child(), failed, clock.instant())
                                .state(),
                        List.of());
            }
            case Task.Page page -> withoutPage(feed, state, page.entry(), null, "error in Dateline: " + e);
        };
    }

    private static String address(Subscription feed, FeedState state) {
        String current = state.status().currentUrl();
        return current == null ? feed.url() : current;
    }
}
