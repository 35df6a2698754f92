package dateline.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.ingest.feed.NotAFeed.LooksLike;
import dateline.testing.ProcessorTime;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedParserTests {
    private static final String URL = "https://example.org/feeds/main.xml";

    private final FeedParser parser =
            new FeedParser(FeedLimits.DEFAULT, Clock.fixed(Instant.parse("2026-04-21T12:00:00Z"), ZoneOffset.UTC));

    @Test
    void anRssFeedIsRead() {
        Feed feed = feed("""
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"
                     xmlns:content="http://purl.org/rss/1.0/modules/content/"
                     xmlns:media="http://search.yahoo.com/mrss/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
                  <channel>
                    <title>Example News</title><link>https://example.org/</link><description>All of it</description>
                    <language>en-GB</language><ttl>30</ttl><lastBuildDate>Tue, 21 Apr 2026 10:00:00 GMT</lastBuildDate>
                    <skipHours><hour>0</hour><hour>24</hour><hour>3</hour></skipHours>
                    <skipDays><day>Sunday</day></skipDays>
                    <sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>
                    <atom:link rel="self" href="https://example.org/feeds/main.xml"/>
                    <atom:link rel="hub" href="https://hub.example.org/"/>
                    <atom:link rel="next" href="?page=2"/>
                    <item>
                      <title>Minister visits &amp;amp; leaves</title>
                      <link>/news/1?utm_source=rss</link>
                      <guid isPermaLink="false">tag-1</guid>
                      <pubDate>Tue, 21 Apr 2026 09:05:09 +0400</pubDate>
                      <dc:creator>A. Writer</dc:creator><dc:creator>B. Writer</dc:creator>
                      <category>Politics</category><category>Politics</category><category>World</category>
                      <description>Short</description>
                      <content:encoded><![CDATA[<p>Long <img src="a.jpg" onerror="x()"></p><script>y()</script>]]></content:encoded>
                      <media:thumbnail url="https://example.org/t.jpg"/>
                      <enclosure url="/a.mp3" type="audio/mpeg" length="123"/>
                      <comments>/news/1#comments</comments>
                    </item>
                  </channel>
                </rss>""");

        assertThat(feed.problems()).isEmpty();
        assertThat(feed.format()).isEqualTo(FeedFormat.RSS_2_0);
        assertThat(feed.title()).isEqualTo("Example News");
        assertThat(feed.language()).isEqualTo("en-GB");
        assertThat(feed.rhythm())
                .isEqualTo(new FeedRhythm(
                        Duration.ofMinutes(30),
                        java.util.Set.of(0, 3),
                        java.util.Set.of(DayOfWeek.SUNDAY),
                        Duration.ofMinutes(30)));
        assertThat(feed.links())
                .isEqualTo(new FeedLinks(
                        URL, List.of("https://hub.example.org/"), "https://example.org/feeds/main.xml?page=2", null));
        FeedEntry entry = feed.entries().getFirst();
        assertThat(entry.id()).isEqualTo("tag-1");
        assertThat(entry.link()).isEqualTo("https://example.org/news/1?utm_source=rss");
        assertThat(entry.titleText()).isEqualTo("Minister visits & leaves");
        assertThat(entry.authors()).extracting(FeedAuthor::name).containsExactly("A. Writer", "B. Writer");
        assertThat(entry.published().parsed().at()).isEqualTo("2026-04-21T05:05:09Z");
        assertThat(entry.categories()).containsExactly("Politics", "World");
        assertThat(entry.summary()).isEqualTo("Short");
        assertThat(entry.content()).isEqualTo("<p>Long <img src=\"https://example.org/feeds/a.jpg\" /></p>");
        assertThat(entry.fullText()).isTrue();
        assertThat(entry.image()).isEqualTo("https://example.org/t.jpg");
        assertThat(entry.enclosures()).containsExactly(new Enclosure("https://example.org/a.mp3", "audio/mpeg", 123));
        assertThat(entry.comments()).isEqualTo("https://example.org/news/1#comments");
    }

    @Test
    void anAtomFeedIsRead() {
        Feed feed = feed("""
                <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="az" xml:base="https://example.az/">
                  <title type="html">A &lt;b&gt;feed&lt;/b&gt;</title><id>urn:1</id><updated>2026-04-21T09:00:00Z</updated>
                  <link href="." /><link rel="self" href="feed"/>
                  <entry xml:lang="ru"><id>urn:2</id><title>X &lt; Y</title>
                    <link rel="alternate" type="application/pdf" href="2.pdf"/><link href="2.html"/>
                    <author><name>C. Writer</name><email>c@example.az</email></author>
                    <published>2026-04-21</published><updated>2026-04-21T10:00Z</updated>
                    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Text &amp; <a href="3.html">more</a></p></div></content>
                  </entry></feed>""");

        assertThat(feed.format()).isEqualTo(FeedFormat.ATOM_1_0);
        assertThat(feed.link()).isEqualTo("https://example.az/");
        assertThat(feed.language()).isEqualTo("az");
        FeedEntry entry = feed.entries().getFirst();
        assertThat(entry.link()).isEqualTo("https://example.az/2.html");
        assertThat(entry.language()).isEqualTo("ru");
        assertThat(entry.titleText()).isEqualTo("X < Y");
        assertThat(entry.authors().getFirst().display()).isEqualTo("C. Writer (c@example.az)");
        assertThat(entry.content()).isEqualTo("<p>Text &amp; <a href=\"https://example.az/3.html\">more</a></p>");
    }

    @Test
    void aJsonFeedIsRead() {
        Feed feed = feed("""
                {"version":"https://jsonfeed.org/version/1.1","title":"J","home_page_url":"https://example.org/",
                 "hubs":[{"type":"WebSub","url":"https://hub.example.org/"}],"next_url":"/2.json",
                 "items":[{"id":7,"url":"/a","title":"T","content_html":"<p>H<script>x</script></p>",
                   "date_published":"2026-04-21T09:00:00+04:00","authors":[{"name":"D"}],"tags":["x"],"language":"en"}]}""");

        assertThat(feed.format()).isEqualTo(FeedFormat.JSON_FEED_1_1);
        assertThat(feed.links().hubs()).containsExactly("https://hub.example.org/");
        FeedEntry entry = feed.entries().getFirst();
        assertThat(entry.id()).isEqualTo("7");
        assertThat(entry.link()).isEqualTo("https://example.org/a");
        assertThat(entry.content()).isEqualTo("<p>H</p>");
        assertThat(entry.published().parsed().at()).isEqualTo("2026-04-21T05:00:00Z");
    }

    @Test
    void aNewsSitemapIsAFeed() {
        Feed feed = feed("""
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
                  xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
                  <url><loc>https://example.org/1</loc><lastmod>2026-04-21</lastmod>
                    <news:news><news:publication><news:name>Example</news:name><news:language>en</news:language></news:publication>
                      <news:publication_date>2026-04-21T08:00:00Z</news:publication_date><news:title>A title</news:title></news:news>
                    <image:image><image:loc>https://example.org/1.jpg</image:loc></image:image></url></urlset>""");

        assertThat(feed.format()).isEqualTo(FeedFormat.NEWS_SITEMAP);
        FeedEntry entry = feed.entries().getFirst();
        assertThat(entry.title()).isEqualTo("A title");
        assertThat(entry.language()).isEqualTo("en");
        assertThat(entry.source()).isEqualTo("Example");
        assertThat(entry.image()).isEqualTo("https://example.org/1.jpg");
    }

    @Test
    void aSitemapIndexListsSitemaps() {
        FeedDocument document = parse(
                "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap><loc>https://example.org/n.xml</loc>"
                        + "<lastmod>2026-04-21</lastmod></sitemap></sitemapindex>");

        assertThat(document)
                .isInstanceOfSatisfying(
                        SitemapIndex.class,
                        index -> assertThat(index.sitemaps().getFirst().url()).isEqualTo("https://example.org/n.xml"));
    }

    /** What readers report as broken, and what must come out of it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <rss><channel><item><title>A & B</title><link>http://a/?x=1&y=2</link></item></channel></rss>             | A & B        | bare &
            <rss><channel><item><title>A\u0001B</title></item></channel></rss>                                        | A B          | control character
            <rss><channel><item><title>A&nbsp;B</title></item></channel></rss>                                        | A B          |
            <rss><channel><item><x:y>1</x:y><title>T</title></item></channel></rss>                                   | T            | prefix x is not declared
            <br /><b>Warning</b>: x in <b>y.php</b><?xml version="1.0"?><rss><channel><item><title>T</title></item></channel></rss> | T | markup before the feed
            <rss><channel><item><title>T</title></item></channel></rss><script>x</script>                             | T            | markup after the feed
            <rss><channel><item><title>T</title><link>http://a/                                                       | T            | truncated
            <rss><channel><item><title>T<link>http://a/</link></item><item><title>U</title></item></channel></rss>    | T            | title is not closed
            <rss><channel><item><title>T</title><description><p>x<br>y</description></item></channel></rss>           | T            | p is not closed
            <rss><channel><item><title><![CDATA[T</title></item></channel></rss>                                      | T            | CDATA section without end
            <!DOCTYPE rss [<!ENTITY e "boo"><!ENTITY f SYSTEM "file:///etc/passwd">]><rss><channel><item><title>T&e;&f;</title></item></channel></rss> | T&e;&f; | unknown entity
            <rss><channel><item><title>It&amp;#8217;s</title></item></channel></rss>                                  | It’s         |
            <rss><channel><item><title>a < b</title></item></channel></rss>                                           | a < b        | bare <
            <RSS><Channel><Item><Title>T</Title></Item></Channel></RSS>                                               | T            |
            <rss><channel><item><title>T</title><item><title>U</title></item></channel></rss>                         | T            | item inside item
            """)
    void whatIsBrokenIsReadAndNamed(String document, String title, String problem) {
        Feed feed = feed(document);

        assertThat(feed.entries().getFirst().titleText()).isEqualTo(title);
        if (problem != null) {
            assertThat(feed.problems()).anyMatch(found -> found.startsWith(problem));
        } else {
            assertThat(feed.problems()).isEmpty();
        }
    }

    @Test
    void absurdDatesAreMarkedAndNotBelieved() {
        Feed feed = feed("""
                <rss><channel><item><pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate></item>
                <item><pubDate>2036-01-01T00:00:00Z</pubDate></item><item><pubDate>soon</pubDate></item></channel></rss>""");

        assertThat(feed.entries()).allSatisfy(entry -> {
            assertThat(entry.published().believed()).isEmpty();
            assertThat(entry.published().raw()).isNotEmpty();
        });
        assertThat(feed.problems()).anyMatch(problem -> problem.startsWith("implausible date"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                                                               | EMPTY
            <!DOCTYPE html><html><head><title>Home</title></head><body>x</body></html>       | HTML_PAGE
            <html><title>example.org</title><body>This domain is for sale: buy this domain</body></html> | PARKED_DOMAIN
            <html><head><title>Just a moment...</title></head><body></body></html>           | BOT_WALL
            <opml version="2.0"><body/></opml>                                               | OPML
            {"a":1}                                                                          | JSON
            <note/>                                                                          | XML
            Not found                                                                        | PLAIN_TEXT
            """)
    void whatIsNoFeedIsNamed(String document, LooksLike looksLike) {
        assertThat(parse(document))
                .isInstanceOfSatisfying(
                        NotAFeed.class, none -> assertThat(none.looksLike()).isEqualTo(looksLike));
    }

    @Test
    void theEncodingThatFitsIsTaken() {
        String document =
                "<?xml version='1.0' encoding='windows-1251'?><rss><channel><title>Новости</title></channel></rss>";

        assertThat(feed(document.getBytes(UTF_8), "text/xml; charset=us-ascii").title())
                .isEqualTo("Новости");
        assertThat(feed(document.getBytes(Charset.forName("windows-1251")), "text/xml")
                        .title())
                .isEqualTo("Новости");
        assertThat(feed(document.getBytes(StandardCharsets.UTF_16LE), null).title())
                .isEqualTo("Новости");
    }

    @Test
    void hostileDocumentsTakeLittleTime() {
        String lol = IntStream.range(0, 10)
                .mapToObj(i -> "<!ENTITY lol" + i + " \"" + ("&lol" + (i - 1) + ";").repeat(10) + "\">")
                .collect(Collectors.joining());
        List<String> documents = List.of(
                "<!DOCTYPE rss [" + lol + "]><rss><channel><item><title>&lol9;</title></item></channel></rss>",
                "<rss"
                        + IntStream.range(0, 200_000)
                                .mapToObj(i -> " a" + i + "='1'")
                                .collect(Collectors.joining()) + "/>",
                "<rss><channel>" + "<a>".repeat(20_000),
                "<rss><channel><item><description>" + "<a>".repeat(1_000_000),
                "<rss>" + "<".repeat(10_000_000),
                "<rss>" + "<![CDATA[".repeat(1_000_000),
                "<rss>" + "<!--".repeat(2_000_000),
                "<rss>" + "<a b=\"".repeat(1_000_000),
                "<rss>" + "&".repeat(10_000_000),
                "<rss><channel>" + "<a xmlns:b='c'>".repeat(500_000),
                "<rss><channel><item><description>" + "&lt;!--".repeat(500_000) + "</description></item>",
                "<rss><channel><item><description>" + "&lt;a b='".repeat(500_000) + "</description></item>",
                "<rss><channel><item><title>" + "&lt;b&gt;".repeat(300_000) + "</title></item>",
                "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":" + "[".repeat(1_000_000),
                "<rss><channel>" + "<item><title>x</title></item>".repeat(300_000) + "</channel></rss>",
                "<html>" + "<title>".repeat(1_000_000),
                "<rss><channel>" + "<x/>".repeat(2_000_000),
                "<rss><channel>" + "<x>&#0;</y>".repeat(800_000));
        for (String document : documents) {
            byte[] body = document.getBytes(UTF_8);
            ProcessorTime.within(
                    Duration.ofSeconds(5), () -> parser.parse(body, null, URL), "%.60s".formatted(document));
        }
    }

    @Test
    void noMoreThanSoManyEntriesAreKept() {
        Feed feed = feed("<rss><channel>" + "<item><title>x</title></item>".repeat(3_000) + "</channel></rss>");

        assertThat(feed.entries()).hasSize(2_000);
        assertThat(feed.problems()).anyMatch(problem -> problem.startsWith("more than 2000 entries"));
    }

    private FeedDocument parse(String document) {
        return parser.parse(document.getBytes(UTF_8), null, URL);
    }

    private Feed feed(String document) {
        return feed(document.getBytes(UTF_8), null);
    }

    private Feed feed(byte[] document, String contentType) {
        FeedDocument parsed = parser.parse(document, contentType, URL);
        assertThat(parsed).isInstanceOf(Feed.class);
        return (Feed) parsed;
    }

    @Test
    void aDocumentThatTakesTooLongIsLeftAndSaysSo() {
        FeedLimits hurried = new FeedLimits(2_000, 256, 100_000, 1_000_000, 20_000_000, Duration.ofNanos(1));
        Clock clock = Clock.systemUTC();
        String xml = "<rss><channel><title>A</title>" + "<item><title>B</title></item>".repeat(50);
        String json = "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":\"1\"},{\"id\":\"2\"}]}";
        for (String document : List.of(xml, json)) {
            FeedDocument read = new FeedParser(hurried, clock).parse(document.getBytes(UTF_8), null, URL);
            assertThat(read.problems()).contains("took longer than 0 s: the rest was not read");
        }
    }
}
