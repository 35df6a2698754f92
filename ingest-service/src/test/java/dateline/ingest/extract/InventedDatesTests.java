package dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The same invented story in twelve languages, dated in the many ways and places in which pages do it. */
class InventedDatesTests {
    static final List<Map<String, String>> CASES = Arrays.stream(
                    resource("cases.txt").split("\n\n"))
            .map(InventedDatesTests::fields)
            .toList();

    @ParameterizedTest
    @FieldSource("CASES")
    void theDayIsTheOneThePageStates(Map<String, String> page) {
        Hints hints = Hints.seenAt(Instant.parse("2024-06-10T00:00:00Z"));
        Extraction article = new ArticleExtractor()
                .extract(new HtmlPage(html(page), page.getOrDefault("url", "https://news.example/story"), hints));

        String day = article.published() == null
                ? ""
                : ExtractCommand.iso(article.published(), article.publishedOffset())
                        .substring(0, 10);

        assertThat(day).isEqualTo(page.get("published"));
    }

    private static String html(Map<String, String> page) {
        String language = page.getOrDefault("language", "en");
        String[] story = resource(language.split("-")[0] + ".txt").split("\n");
        return """
                <!doctype html><html lang="%s"><head><title>%s</title>%s</head><body>
                <div class="top"><a href="/">Home</a></div>%s<div class="main"><h1>%s</h1>%s
                <div class="txt"><p>%s</p>%s<p>%s</p><p>%s</p></div>%s</div></body></html>""".formatted(
                        language,
                        story[0],
                        page.getOrDefault("head", ""),
                        page.getOrDefault("top", ""),
                        story[0],
                        page.getOrDefault("above", ""),
                        story[1],
                        page.getOrDefault("middle", ""),
                        story[2],
                        story[3],
                        page.getOrDefault("below", ""));
    }

    private static Map<String, String> fields(String block) {
        Map<String, String> fields = new HashMap<>();
        block.lines().forEach(line -> {
            int colon = line.indexOf(':');
            fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
        });
        return fields;
    }

    private static String resource(String name) {
        try (InputStream in =
                Objects.requireNonNull(InventedDatesTests.class.getResourceAsStream("dates/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
