package dateline.ingest.subscribe;

import dateline.ingest.feed.Feed;
import dateline.ingest.feed.FeedDocument;
import dateline.ingest.feed.FeedParser;
import dateline.ingest.feed.NotAFeed;
import dateline.ingest.feed.SitemapIndex;
import dateline.ingest.fetch.BotWall;
import dateline.ingest.fetch.FetchProperties;
import dateline.ingest.fetch.FetchRequest;
import dateline.ingest.fetch.Fetched;
import dateline.ingest.fetch.Fetcher;
import dateline.ingest.fetch.HostLanes;
import dateline.ingest.fetch.Site;
import dateline.ingest.problem.InvalidField;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the feeds of an address: the address itself if it is one, else those that the page links, else those at the
 * usual paths, else the news sitemaps that robots.txt names. All requests are made in the site's lane, as one visit.
 */
@Component
public class FeedDiscovery {
    /**
     * A feed that was found.
     *
     * @param title what it or the link to it says, if anything
     */
    public record Candidate(String url, @Nullable String title) {}

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int MOST = 30;
    private static final int MOST_CHECKED = 5;
    private static final Set<String> FEED_TYPES = Set.of(
            "application/rss+xml",
            "application/atom+xml",
            "application/feed+json",
            "application/rdf+xml",
            "application/xml",
            "text/xml");
    private static final List<String> USUAL_PATHS =
            List.of("feed/", "rss", "rss.xml", "feed.xml", "atom.xml", "index.xml", "feed.json");
    private static final Pattern SITEMAP = Pattern.compile("(?im)^\\s*sitemap\\s*:\\s*(\\S+)");

    private final Fetcher fetcher;
    private final HostLanes lanes;
    private final FetchProperties properties;
    private final FeedParser parser = new FeedParser();

    FeedDiscovery(Fetcher fetcher, HostLanes lanes, FetchProperties properties) {
        this.fetcher = fetcher;
        this.lanes = lanes;
        this.properties = properties;
    }

    /**
     * The feeds of the address, the best first; never empty.
     *
     * @throws InvalidField if there are none, saying what stands there instead
     */
    public List<Candidate> find(String url) {
        String site = Site.of(url);
        Instant held = lanes.heldUntil(site);
        if (held != null && held.isAfter(Instant.now().plus(PATIENCE))) {
            throw new InvalidField("url", site + " asked to be left alone until " + held);
        }
        CompletableFuture<List<Candidate>> found = new CompletableFuture<>();
        lanes.submit(site, HostLanes.Priority.FEED, () -> {
            try {
                found.complete(search(url));
            } catch (RuntimeException e) {
                found.completeExceptionally(e);
            }
        });
        try {
            return found.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InvalidField invalid) {
                throw invalid;
            }
            throw new IllegalStateException("looking for feeds at " + url + " failed", e.getCause());
        } catch (TimeoutException e) {
            throw new InvalidField("url", "looking for feeds there took longer than " + PATIENCE.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InvalidField("url", "looking for feeds there was interrupted");
        }
    }

    private List<Candidate> search(String url) {
        Fetched.Answer answer = answer(url);
        FeedDocument document = parse(answer);
        return switch (document) {
            case Feed feed -> List.of(new Candidate(url, plain(feed.title())));
            case SitemapIndex index ->
                index.sitemaps().stream()
                        .limit(MOST)
                        .map(location -> new Candidate(location.url(), null))
                        .sorted(Comparator.comparing(
                                candidate -> !candidate.url().contains("news")))
                        .toList();
            case NotAFeed other -> fromPage(answer, other);
        };
    }

    private List<Candidate> fromPage(Fetched.Answer answer, NotAFeed page) {
        if (page.looksLike() == NotAFeed.LooksLike.BOT_WALL) {
            throw new InvalidField("url", "a page there asks for proof of being human");
        }
        if (page.looksLike() == NotAFeed.LooksLike.PARKED_DOMAIN) {
            throw new InvalidField("url", "the domain is parked or for sale");
        }
        List<Candidate> linked = linked(answer);
        for (int i = 0; i < Math.min(MOST_CHECKED, linked.size()); i++) {
            Candidate checked = check(linked.get(i).url());
            if (checked != null) {
                List<Candidate> good = new ArrayList<>(linked.subList(i, linked.size()));
                good.set(0, checked);
                return good;
            }
        }
        URI base = URI.create(answer.url());
        for (String path : USUAL_PATHS) {
            Candidate found = check(base.resolve("/").resolve(path).toString());
            if (found != null) {
                return List.of(found);
            }
        }
        List<Candidate> sitemaps = sitemaps(base);
        if (sitemaps.isEmpty()) {
            throw new InvalidField(
                    "url",
                    "no feed was found there: "
                            + page.problems().stream().findFirst().orElse("it is a web page without a link to one"));
        }
        return sitemaps;
    }

    private static List<Candidate> linked(Fetched.Answer answer) {
        Document page;
        try {
            page = Jsoup.parse(new ByteArrayInputStream(answer.body()), null, answer.url());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Set<Candidate> found = new LinkedHashSet<>();
        for (Element link : page.select("link[rel~=(?i)\\balternate\\b][href]")) {
            String type =
                    link.attr("type").toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
            String url = link.absUrl("href");
            // A feed of comments is no news.
            boolean comments =
                    (url + link.attr("title")).toLowerCase(Locale.ROOT).contains("comments");
            if (FEED_TYPES.contains(type) && url.startsWith("http") && !comments && found.size() < MOST) {
                found.add(new Candidate(url, plain(link.attr("title"))));
            }
        }
        return List.copyOf(found);
    }

    private List<Candidate> sitemaps(URI base) {
        if (!(fetcher.fetch(request(base.resolve("/robots.txt").toString())) instanceof Fetched.Answer robots)
                || robots.status() / 100 != 2) {
            return List.of();
        }
        Matcher lines = SITEMAP.matcher(new String(robots.body(), StandardCharsets.UTF_8));
        List<String> urls = new ArrayList<>();
        while (lines.find() && urls.size() < MOST) {
            urls.add(lines.group(1));
        }
        urls.sort(Comparator.comparing(url -> !url.toLowerCase(Locale.ROOT).contains("news")));
        for (String url : urls.subList(0, Math.min(MOST_CHECKED, urls.size()))) {
            Candidate found = check(url);
            if (found != null) {
                return List.of(found);
            }
        }
        return List.of();
    }

    private @Nullable Candidate check(String url) {
        return fetcher.fetch(request(url)) instanceof Fetched.Answer answer
                        && answer.status() / 100 == 2
                        && parse(answer) instanceof Feed feed
                        && !feed.entries().isEmpty()
                ? new Candidate(url, plain(feed.title()))
                : null;
    }

    private Fetched.Answer answer(String url) {
        return switch (fetcher.fetch(request(url))) {
            case Fetched.Failure failure ->
                throw new InvalidField("url", "can not be fetched: " + failure.reason() + " (" + failure.error() + ")");
            case Fetched.Answer answer when answer.status() / 100 == 2 -> answer;
            case Fetched.Answer answer -> {
                String wall = BotWall.of(answer);
                throw new InvalidField(
                        "url",
                        wall == null
                                ? "answers with HTTP status " + answer.status()
                                : wall + " asks for proof of being human");
            }
        };
    }

    private FetchRequest request(String url) {
        return FetchRequest.feed(url, null, null, properties.feedDeadline());
    }

    private FeedDocument parse(Fetched.Answer answer) {
        return parser.parse(answer.body(), answer.headers().first("content-type"), answer.url());
    }

    private static @Nullable String plain(@Nullable String title) {
        String text = title == null ? "" : Jsoup.parseBodyFragment(title).text().strip();
        return text.isEmpty() ? null : text;
    }
}
