package dateline.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ParseFeedCommandTests {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void eachFeedIsALineWithItsEntries() throws IOException {
        Path rss = file("rss.xml", """
                <rss version="2.0"><channel><title>News</title>
                <item><guid>1</guid><title>A &amp; B</title><link>/a</link><description>Text</description>
                <pubDate>Tue, 21 Apr 2026 09:00:00 +0400</pubDate></item></channel></rss>""");
        Path json = file("feed.json", """
                {"version": "https://jsonfeed.org/version/1.1", "title": "J", "items": [{"id": "7", "content_text": "x"}]}""");

        int status = run("--url", "https://example.org/feed", rss.toString(), json.toString());

        assertThat(status).isZero();
        List<JsonNode> lines = lines();
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst().get("file").asString()).isEqualTo(rss.toString());
        assertThat(lines.getFirst().get("feed").get("title").asString()).isEqualTo("News");
        JsonNode entry = lines.getFirst().get("entries").get(0);
        assertThat(entry.get("title").asString()).isEqualTo("A & B");
        assertThat(entry.get("link").asString()).isEqualTo("https://example.org/a");
        assertThat(entry.get("published").asString()).isEqualTo("2026-04-21T05:00:00Z");
        assertThat(entry.get("summary").asString()).isEqualTo("Text");
        assertThat(lines.getLast().get("entries").get(0).get("id").asString()).isEqualTo("7");
    }

    @Test
    void aFileThatCannotBeReadIsALineToo() throws IOException {
        Path good = file("good.xml", "<rss><channel><title>News</title></channel></rss>");

        int status = run(folder.resolve("missing.xml").toString(), good.toString());

        assertThat(status).isEqualTo(1);
        assertThat(lines()).hasSize(2);
        assertThat(lines().getFirst().has("error")).isTrue();
        assertThat(lines().getLast().get("feed").get("title").asString()).isEqualTo("News");
    }

    @Test
    void withoutAFileItSaysHowToCallIt() {
        assertThat(run()).isNotZero();
        assertThat(err.toString(UTF_8)).contains("parse-feed");
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private int run(String... arguments) {
        return ParseFeedCommand.run(arguments, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }

    private List<JsonNode> lines() {
        JsonMapper mapper = JsonMapper.builder().build();
        return out.toString(UTF_8).lines().map(mapper::readTree).toList();
    }
}
