package dateline.ingest.poll;

import dateline.contract.Block;
import dateline.contract.IncomingArticle;
import dateline.ingest.encoding.TextDecoder;
import dateline.ingest.fetch.FetchProperties;
import dateline.ingest.fetch.FetchRequest;
import dateline.ingest.fetch.Fetched;
import dateline.ingest.fetch.Fetcher;
import dateline.ingest.fetch.HostLanes;
import dateline.ingest.fetch.RobotsCache;
import dateline.ingest.fetch.Site;
import dateline.ingest.problem.InvalidField;
import dateline.ingest.subscribe.FeedDirectory;
import dateline.ingest.subscribe.FeedDiscovery;
import dateline.ingest.subscribe.FeedDiscovery.Candidate;
import dateline.ingest.subscribe.FeedId;
import dateline.ingest.subscribe.FeedsProperties;
import dateline.ingest.subscribe.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks at a feed as polling would and makes an article of its first entry as ingesting would, but writes nothing. It
 * keeps to the sites' turns and to robots.txt like everything else that is fetched.
 */
@Component
class PreviewMaker {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int LINES = 10;
    private static final int PARAGRAPHS = 4;
    private static final int LONGEST_PARAGRAPH = 600;

    private final FeedDiscovery discovery;
    private final FeedDirectory directory;
    private final HostLanes lanes;
    private final Fetcher fetcher;
    private final RobotsCache robots;
    private final FetchProperties fetching;
    private final AnswerReader reader;
    private final EntryArticles articles;
    private final PollReducer reducer;
    private final InstantSource clock;
    private final TextDecoder decoder = new TextDecoder();

    PreviewMaker(
            FeedDiscovery discovery,
            FeedDirectory directory,
            HostLanes lanes,
            Fetcher fetcher,
            RobotsCache robots,
            FetchProperties fetching,
            FeedsProperties feeds,
            AnswerReader reader,
            EntryArticles articles,
            InstantSource clock) {
        this.discovery = discovery;
        this.directory = directory;
        this.lanes = lanes;
        this.fetcher = fetcher;
        this.robots = robots;
        this.fetching = fetching;
        this.reader = reader;
        this.articles = articles;
        this.reducer = new PollReducer(feeds);
        this.clock = clock;
    }

    /** An entry's page, or why there is none. */
    private record Page(Fetched.@Nullable Answer answer, String problem) {}

    /**
     * What there is at the address of a feed or of a site.
     *
     * @throws InvalidField if no feed is there, saying what is
     */
    FeedPreview of(String url) {
        List<Candidate> found = discovery.find(url);
        Candidate best = found.getFirst();
        List<Candidate> others = found.subList(1, found.size());
        String known = directory
                .find(FeedId.of(best.url()))
                .map(view -> view.feed().id())
                .orElse(null);
        Fetched fetched = inTurn(
                best.url(),
                HostLanes.Priority.FEED,
                () -> fetcher.fetch(FetchRequest.feed(best.url(), null, null, fetching.feedDeadline())));
        return switch (reader.read(fetched, 0, clock.instant())) {
            case PollResult.Failed failed -> throw new InvalidField("url", "can not be read: " + failed.reason());
            case PollResult.Unchanged _ -> throw new InvalidField("url", "answers without a document");
            case PollResult.Index index ->
                new FeedPreview(
                        best.url(),
                        best.title(),
                        "sitemap index of " + index.sitemaps().size() + " sitemaps",
                        null,
                        0,
                        List.of(),
                        null,
                        index.problems(),
                        others,
                        known);
            case PollResult.Document document -> preview(best, document, others, known);
        };
    }

    private FeedPreview preview(
            Candidate best, PollResult.Document document, List<Candidate> others, @Nullable String known) {
        Subscription feed = Subscription.unnamed(best.url(), document.title(), clock.instant());
        List<Entry> entries = document.entries();
        return new FeedPreview(
                best.url(),
                document.title().isEmpty() ? best.title() : document.title(),
                document.format(),
                document.language(),
                entries.size(),
                entries.stream()
                        .limit(LINES)
                        .map(entry -> new FeedPreview.Line(
                                entry.title(),
                                entry.link(),
                                entry.published() == null
                                        ? null
                                        : entry.published().at(),
                                wantsPage(feed, entry)))
                        .toList(),
                entries.isEmpty() ? null : sample(feed, entries.getFirst()),
                document.problems(),
                others,
                known);
    }

    private boolean wantsPage(Subscription feed, Entry entry) {
        return !entry.link().isEmpty() && !reducer.isWhole(feed, entry);
    }

    private FeedPreview.@Nullable Sample sample(Subscription feed, Entry entry) {
        Instant now = clock.instant();
        if (!wantsPage(feed, entry)) {
            return sample(articles.ofFeed(feed, entry, now, null, List.of()), null);
        }
        Page page;
        try {
            page = inTurn(entry.link(), HostLanes.Priority.FEED, () -> page(entry.link()));
        } catch (InvalidField e) {
            page = new Page(null, "it " + e.reason());
        }
        Fetched.Answer answer = page.answer();
        if (answer != null) {
            String type = answer.headers().first("content-type");
            String html = decoder.decode(answer.body(), type == null ? "text/html" : type)
                    .text();
            IncomingArticle article = articles.ofPage(feed, entry, answer.url(), answer.status(), html, now);
            if (article != null) {
                return sample(article, null);
            }
        }
        String why = answer == null ? page.problem() : "no article was found on it";
        return sample(
                articles.ofFeed(feed, entry, now, null, List.of()), "Made of the feed's own text. Its page: " + why);
    }

    private Page page(String link) {
        if (robots.verdict(link) == RobotsCache.Verdict.UNKNOWN) {
            robots.ask(link);
        }
        return switch (robots.verdict(link)) {
            case DISALLOWED -> new Page(null, "robots.txt disallows it");
            case UNREACHABLE, UNKNOWN -> new Page(null, "robots.txt could not be fetched");
            case ALLOWED ->
                switch (fetcher.fetch(FetchRequest.page(link, fetching.pageDeadline()))) {
                    case Fetched.Failure failure -> new Page(null, failure.reason());
                    case Fetched.Answer answer
                    when !answer.url().equals(link) && robots.verdict(answer.url()) == RobotsCache.Verdict.DISALLOWED ->
                        new Page(null, "it redirects to what robots.txt disallows");
                    case Fetched.Answer answer when answer.status() / 100 == 2 -> new Page(answer, "");
                    case Fetched.Answer answer -> new Page(null, "it answered with status " + answer.status());
                };
        };
    }

    private static FeedPreview.@Nullable Sample sample(@Nullable IncomingArticle article, @Nullable String note) {
        if (article == null) {
            return null;
        }
        Map<String, Integer> leftOut = new TreeMap<>();
        article.furniture()
                .forEach(piece -> leftOut.merge(
                        piece.reason().name().toLowerCase(Locale.ROOT).replace('_', ' '), 1, Integer::sum));
        return new FeedPreview.Sample(
                article.title(),
                article.url(),
                article.published().at(),
                article.bylines(),
                article.blocks().stream()
                        .filter(block -> block.kind().isBody())
                        .map(Block::text)
                        .limit(PARAGRAPHS)
                        .map(text ->
                                text.length() <= LONGEST_PARAGRAPH ? text : text.substring(0, LONGEST_PARAGRAPH) + "…")
                        .toList(),
                article.body().length(),
                leftOut,
                note);
    }

    private <T> T inTurn(String url, HostLanes.Priority priority, Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        String site;
        try {
            site = Site.of(url);
        } catch (IllegalArgumentException e) {
            throw new InvalidField("url", "is not an address that can be fetched");
        }
        lanes.submit(site, priority, () -> {
            try {
                done.complete(work.get());
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        try {
            return done.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof InvalidField invalid
                    ? invalid
                    : new IllegalStateException("looking at " + url + " failed", e.getCause());
        } catch (TimeoutException e) {
            throw new InvalidField(
                    "url", "was not looked at: its site's turn did not come in " + PATIENCE.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InvalidField("url", "was not looked at: interrupted");
        }
    }
}
