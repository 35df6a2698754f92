package dateline.ingest.poll;

import dateline.contract.ArticleDate;
import dateline.contract.CanonicalUrl;
import dateline.ingest.date.ParsedDate;
import dateline.ingest.feed.Feed;
import dateline.ingest.feed.FeedAuthor;
import dateline.ingest.feed.FeedDate;
import dateline.ingest.feed.FeedDocument;
import dateline.ingest.feed.FeedEntry;
import dateline.ingest.feed.FeedFormat;
import dateline.ingest.feed.FeedParser;
import dateline.ingest.feed.NotAFeed;
import dateline.ingest.feed.SitemapIndex;
import dateline.ingest.fetch.Fetched;
import dateline.ingest.subscribe.PollError;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** Says what the answer to a poll means: nothing new, a document, or a failure with its kind. */
final class AnswerReader {
    private static final int NOTES = 5;
    private static final int LONGEST_LINE = 1000;
    private static final int LONGEST_LABEL = 200;
    private static final int MOST_LABELS = 50;

    private final FeedParser parser;
    private final Duration maxAge;

    /**
     * Reads with this parser.
     *
     * @param maxAge entries of sitemaps that are older are not news
     */
    AnswerReader(FeedParser parser, Duration maxAge) {
        this.parser = parser;
        this.maxAge = maxAge;
    }

    /**
     * Reads an answer.
     *
     * @param bodyHash hash of the document read last, 0 if there is none
     */
    PollResult read(Fetched fetched, long bodyHash, Instant now) {
        return switch (fetched) {
            case Fetched.Failure failure -> StatusError.of(failure);
            case Fetched.Answer answer -> read(answer, bodyHash, now);
        };
    }

    private PollResult read(Fetched.Answer answer, long bodyHash, Instant now) {
        if (answer.status() == 304) {
            return unchanged(answer, now);
        }
        if (answer.status() / 100 != 2) {
            return StatusError.of(answer, now);
        }
        long hash = Hashes.of(answer.body());
        if (hash == bodyHash) {
            return unchanged(answer, now);
        }
        FeedDocument document = parser.parse(answer.body(), answer.headers().first("content-type"), answer.url());
        return switch (document) {
            case Feed feed -> document(feed, answer, hash, now);
            case NotAFeed other -> notAFeed(other);
            case SitemapIndex index -> index(index, answer, now);
        };
    }

    /** Reads one of an index' sitemaps. Of sitemaps that are not made for news, only what has a recent date counts. */
    PollResult readChild(Fetched fetched, long bodyHash, Instant now) {
        PollResult result = read(fetched, bodyHash, now);
        return switch (result) {
            case PollResult.Document document
            when document.format().equals(name(FeedFormat.SITEMAP)) ->
                document.withEntries(document.entries().stream()
                        .filter(entry -> entry.published() != null)
                        .toList());
            case PollResult.Index _ ->
                new PollResult.Failed(
                        PollError.NOT_A_FEED, "an index within an index: subscribe to it by itself", null);
            case PollResult.Document _, PollResult.Unchanged _, PollResult.Failed _ -> result;
        };
    }

    private static PollResult.Index index(SitemapIndex index, Fetched.Answer answer, Instant now) {
        List<PollResult.Index.Child> children = index.sitemaps().stream()
                .filter(sitemap -> sitemap.url().length() <= CanonicalUrl.MAX_LENGTH)
                .map(sitemap -> new PollResult.Index.Child(
                        sitemap.url(),
                        Optional.ofNullable(sitemap.lastModified())
                                .flatMap(FeedDate::believed)
                                .map(ParsedDate::at)
                                .orElse(null)))
                .toList();
        return new PollResult.Index(
                children,
                index.problems().stream().limit(NOTES).toList(),
                ServerWish.freshness(answer.headers(), now),
                answer.movedTo());
    }

    private boolean isRecent(FeedEntry entry, FeedFormat format, Instant now) {
        // Feeds bound themselves; sitemaps may list all that a site ever published.
        boolean sitemap = format == FeedFormat.SITEMAP || format == FeedFormat.NEWS_SITEMAP;
        return !sitemap
                || date(entry)
                        .map(date -> !date.at().isBefore(now.minus(maxAge)))
                        .orElse(true);
    }

    private static PollResult unchanged(Fetched.Answer answer, Instant now) {
        return new PollResult.Unchanged(
                answer.headers().first("etag"),
                answer.headers().first("last-modified"),
                ServerWish.freshness(answer.headers(), now),
                answer.movedTo());
    }

    private PollResult document(Feed feed, Fetched.Answer answer, long hash, Instant now) {
        List<Instant> dates = feed.entries().stream()
                .flatMap(entry -> date(entry).stream())
                .map(ParsedDate::at)
                .toList();
        Duration ttl = feed.rhythm().ttl();
        Duration fresh = ServerWish.freshness(answer.headers(), now);
        return new PollResult.Document(
                cut(plain(feed.title()), LONGEST_LINE),
                feed.language(),
                name(feed.format()),
                feed.problems().stream().limit(NOTES).toList(),
                feed.entries().stream()
                        .filter(entry -> isRecent(entry, feed.format(), now))
                        .map(entry -> entry(entry, feed))
                        .toList(),
                dates,
                answer.headers().first("etag"),
                answer.headers().first("last-modified"),
                hash,
                ttl != null && ttl.compareTo(fresh) > 0 ? ttl : fresh,
                answer.movedTo(),
                new QuietTimes(
                        List.copyOf(feed.rhythm().skipHours()),
                        List.copyOf(feed.rhythm().skipDays())),
                HubOffer.of(feed.links(), answer));
    }

    private static Entry entry(FeedEntry entry, Feed feed) {
        String content = Objects.requireNonNullElse(entry.content(), "");
        String summary = Objects.requireNonNullElse(entry.summary(), "");
        List<String> authors = entry.authors().isEmpty() && feed.authors().size() == 1
                ? names(feed.authors())
                : names(entry.authors());
        String link = Objects.requireNonNullElse(entry.link(), "");
        String image = entry.image();
        return new Entry(
                cut(entry.id(), CanonicalUrl.MAX_LENGTH),
                link.length() > CanonicalUrl.MAX_LENGTH ? "" : link,
                cut(entry.titleText(), LONGEST_LINE),
                content.length() >= summary.length() ? content : summary,
                date(entry)
                        .map(date -> new ArticleDate(date.at(), date.precision(), ArticleDate.Source.FEED))
                        .orElse(null),
                Optional.ofNullable(entry.updated()).map(FeedDate::raw).orElse(""),
                authors,
                entry.categories().stream()
                        .limit(MOST_LABELS)
                        .map(label -> cut(label, LONGEST_LABEL))
                        .toList(),
                image == null || image.length() > CanonicalUrl.MAX_LENGTH ? null : image,
                entry.language() != null ? entry.language() : feed.language());
    }

    /** What a state keeps of an entry that waits is bounded, whatever its publisher wrote. */
    private static String cut(@Nullable String text, int longest) {
        if (text == null) {
            return "";
        }
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    private static Optional<ParsedDate> date(FeedEntry entry) {
        return Stream.of(Optional.ofNullable(entry.published()), Optional.ofNullable(entry.updated()))
                .flatMap(Optional::stream)
                .flatMap(date -> date.believed().stream())
                .findFirst();
    }

    private static List<String> names(List<FeedAuthor> authors) {
        return authors.stream()
                .map(FeedAuthor::name)
                .filter(name -> name != null && !name.isBlank())
                .limit(MOST_LABELS)
                .map(name -> cut(name, LONGEST_LABEL).strip())
                .toList();
    }

    private static PollResult.Failed notAFeed(NotAFeed document) {
        String title = document.title() == null || document.title().isBlank() ? "" : ": " + plain(document.title());
        return switch (document.looksLike()) {
            case PARKED_DOMAIN ->
                new PollResult.Failed(PollError.PARKED, "the domain is parked or for sale" + title, null);
            case BOT_WALL ->
                new PollResult.Failed(PollError.BOT_WALL, "a page asks for proof of being human" + title, null);
            case LOGIN -> new PollResult.Failed(PollError.FORBIDDEN, "a page asks for a password" + title, null);
            case HTML_PAGE -> new PollResult.Failed(PollError.NOT_A_FEED, "a web page, not a feed" + title, null);
            case EMPTY, OPML, JSON, XML, PLAIN_TEXT, BINARY ->
                new PollResult.Failed(
                        PollError.NOT_A_FEED,
                        document.problems().isEmpty()
                                ? "not a feed"
                                : document.problems().getFirst(),
                        null);
        };
    }

    private static String name(FeedFormat format) {
        return switch (format) {
            case RSS_0_90 -> "RSS 0.90";
            case RSS_0_91 -> "RSS 0.91";
            case RSS_0_92 -> "RSS 0.92";
            case RSS_0_93 -> "RSS 0.93";
            case RSS_0_94 -> "RSS 0.94";
            case RSS_1_0 -> "RSS 1.0";
            case RSS_2_0 -> "RSS 2.0";
            case RSS -> "RSS";
            case ATOM_0_3 -> "Atom 0.3";
            case ATOM_1_0 -> "Atom 1.0";
            case JSON_FEED_1_0 -> "JSON Feed 1.0";
            case JSON_FEED_1_1 -> "JSON Feed 1.1";
            case CDF -> "CDF";
            case NEWS_SITEMAP -> "news sitemap";
            case SITEMAP -> "sitemap";
        };
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : Jsoup.parseBodyFragment(text).text().strip();
    }
}
