package dateline.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Time to read a feed, against ROME on the same documents, by turns in one run. Only what ROME can read is counted. */
class FeedParsingBenchmark {
    // By time, not by rounds: on a busy machine a number of rounds may take for ever.
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration MEASURED = Duration.ofSeconds(12);
    private static final int MOST_ROUNDS = 20_000;

    private final FeedParser parser = new FeedParser();

    @Test
    void againstRome() throws IOException {
        System.out.println("| documents | bytes | rounds | Dateline µs a feed | ROME µs a feed | ratio |");
        for (int items : new int[] {10, 40, 100}) {
            compare("generated, " + items + " entries", List.of(generated(items)));
        }
        Optional<Path> folder = SharedData.eval("feedparser");
        if (folder.isPresent()) {
            List<byte[]> readable = FeedparserCases.load(folder.get()).stream()
                    .map(FeedparserCases.Case::body)
                    .filter(FeedParsingBenchmark::romeReads)
                    .toList();
            compare("feedparser, " + readable.size() + " files", readable);
        }
    }

    private void compare(String name, List<byte[]> documents) {
        long warm = System.nanoTime() + WARM_UP.toNanos();
        while (System.nanoTime() < warm) {
            ours(documents);
            theirs(documents);
        }
        double[] ours = new double[MOST_ROUNDS];
        double[] theirs = new double[MOST_ROUNDS];
        int rounds = 0;
        long until = System.nanoTime() + MEASURED.toNanos();
        while (System.nanoTime() < until && rounds < MOST_ROUNDS) {
            long start = System.nanoTime();
            ours(documents);
            long middle = System.nanoTime();
            theirs(documents);
            long end = System.nanoTime();
            ours[rounds] = (middle - start) / 1e3 / documents.size();
            theirs[rounds] = (end - middle) / 1e3 / documents.size();
            rounds++;
        }
        long bytes = documents.stream().mapToLong(document -> document.length).sum() / documents.size();
        double mine = median(Arrays.copyOf(ours, rounds));
        double rome = median(Arrays.copyOf(theirs, rounds));
        System.out.printf("| %s | %,d | %d | %.0f | %.0f | %.2f |%n", name, bytes, rounds, mine, rome, mine / rome);
    }

    private void ours(List<byte[]> documents) {
        documents.forEach(document -> parser.parse(document, null, "https://example.org/feed"));
    }

    private static void theirs(List<byte[]> documents) {
        documents.forEach(FeedParsingBenchmark::romeReads);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static boolean romeReads(byte[] document) {
        try {
            SyndFeedInput input = new SyndFeedInput();
            input.setAllowDoctypes(false);
            return input.build(new XmlReader(new ByteArrayInputStream(document))) != null;
        } catch (Exception e) {
            return false;
        }
    }

    private static byte[] generated(int items) {
        List<String> out = new ArrayList<>();
        out.add(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                        + "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>News</title>"
                        + "<link>https://example.org/</link><description>All</description>");
        for (int i = 0; i < items; i++) {
            out.add("<item><title>Headline number " + i + " &amp; more</title><link>https://example.org/news/" + i
                    + "</link><guid>https://example.org/news/" + i
                    + "</guid><pubDate>Tue, 21 Apr 2026 09:05:09 +0400</pubDate>"
                    + "<dc:creator>A. Writer</dc:creator><category>World</category><description>&lt;p&gt;A summary of the "
                    + "story.&lt;/p&gt;</description><content:encoded><![CDATA["
                    + "<p>A paragraph of <a href=\"/x\">the story</a>, as long as they are, with what was said.</p>"
                            .repeat(18)
                    + "]]></content:encoded></item>");
        }
        out.add("</channel></rss>");
        return String.join("\n", out).getBytes(UTF_8);
    }
}
