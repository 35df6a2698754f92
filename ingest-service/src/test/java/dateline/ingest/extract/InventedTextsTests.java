package dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Invented wire stories and pages copied as text, in the house styles of many agencies and newsrooms. */
class InventedTextsTests {
    static final List<String> NAMES = List.of(
            "above-image",
            "agency-capitals",
            "agency-with-section",
            "appeal-in-a-paragraph",
            "breadcrumb-and-form",
            "corrected-story",
            "enditem",
            "french-agency",
            "german-agency",
            "newsroom-template",
            "no-headline",
            "posted-and-captions",
            "reporting-by",
            "turkish-agency",
            "ap-updated",
            "blog-copy",
            "german-portal-copy",
            "member-site",
            "place-day-agency",
            "press-release",
            "russian-agency",
            "state-paper");

    @ParameterizedTest
    @FieldSource("NAMES")
    void theBodyIsTheStoryAndNothingElse(String name) throws IOException {
        String body = resource(name + ".txt").split("\n\n", 2)[1];

        WordF1 words = WordF1.of(body, extract(name).text());

        assertThat(words.precision()).as("precision").isGreaterThan(0.985);
        assertThat(words.recall()).as("recall").isGreaterThan(0.985);
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void titleAuthorsAndDayAreThoseOfTheHead(String name) throws IOException {
        String[] head = resource(name + ".txt").split("\n");
        Extraction article = extract(name);
        String day = article.published() == null
                ? ""
                : ExtractCommand.iso(article.published(), article.publishedOffset())
                        .substring(0, 10);

        assertThat(article.title()).isEqualTo(value(head[0]));
        assertThat(String.join(", ", article.bylines())).isEqualTo(value(head[1]));
        assertThat(day).isEqualTo(value(head[2]));
    }

    private static Extraction extract(String name) throws IOException {
        Hints hints = Hints.seenAt(Instant.parse("2024-06-10T00:00:00Z"));
        return new ArticleExtractor().extract(new TextPage(resource(name + ".in"), null, hints));
    }

    private static String value(String line) {
        return line.substring(line.indexOf(':') + 1).strip();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(InventedTextsTests.class.getResourceAsStream("texts/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
