package dateline.ingest.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dateline.ingest.feed.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RobotsTxtTests {
    @Test
    void theLongestRuleWins() {
        RobotsTxt robots = robots("User-agent: *\nDisallow: /news\nAllow: /news/world\nDisallow: /*.pdf$\n");

        assertThat(robots.isAllowed("Dateline", "https://example.org/")).isTrue();
        assertThat(robots.isAllowed("Dateline", "https://example.org/news/local"))
                .isFalse();
        assertThat(robots.isAllowed("Dateline", "https://example.org/news/world/1"))
                .isTrue();
        assertThat(robots.isAllowed("Dateline", "https://example.org/a.pdf")).isFalse();
        assertThat(robots.isAllowed("Dateline", "https://example.org/a.pdf?b")).isTrue();
    }

    @Test
    void aGroupOfItsOwnReplacesTheOneForEveryone() {
        RobotsTxt robots =
                robots("User-agent: *\nDisallow: /\n\nUser-agent: Dateline\nUser-agent: Other\nCrawl-delay: 2.5\n");

        assertThat(robots.isAllowed("dateline/1.0 (+https://example.org)", "https://example.org/a"))
                .isTrue();
        assertThat(robots.isAllowed("Another", "https://example.org/a")).isFalse();
        assertThat(robots.crawlDelay("Dateline")).contains(Duration.ofMillis(2_500));
        assertThat(robots.crawlDelay("Another")).isEmpty();
    }

    @Test
    void sitemapsBelongToNoGroup() {
        RobotsTxt robots =
                robots("Sitemap: https://example.org/news.xml\nUser-agent: *\nDisallow:\nSitemap: /other.xml\n");

        assertThat(robots.sitemaps()).containsExactly("https://example.org/news.xml", "/other.xml");
        assertThat(robots.isAllowed("Dateline", "https://example.org/a")).isTrue();
    }

    @Test
    void aPatternFullOfStarsTakesNoTime() {
        RobotsTxt robots = robots("User-agent: *\nDisallow: /" + "*a".repeat(8_000) + "$\n");

        assertThat(robots.isAllowed("Dateline", "https://example.org/" + "a".repeat(2_000) + "b"))
                .isTrue();
    }

    /**
     * All but two: those hold that an address with a bare "ツ" matches no rule, since Google's callers encode it before.
     * RFC 9309, section 2.2.2, asks to encode both sides before they are compared, which is done here.
     */
    @Test
    void googlesCasesHold() throws IOException {
        Optional<Path> file = SharedData.eval("robots-cases.json");
        assumeTrue(file.isPresent(), "skipped: shared/eval/robots-cases.json is not there");
        SoftAssertions softly = new SoftAssertions();
        for (JsonNode each : JsonMapper.shared().readTree(Files.readString(file.get()))) {
            if (each.path("url").asString().contains("ツ") && !each.path("allow").asBoolean()) {
                continue;
            }
            boolean allowed = robots(each.path("robots").asString())
                    .isAllowed(each.path("agent").asString(), each.path("url").asString());
            softly.assertThat(allowed)
                    .as(each.toString())
                    .isEqualTo(each.path("allow").asBoolean());
        }
        softly.assertAll();
    }

    private static RobotsTxt robots(String text) {
        return RobotsTxt.parse(text.getBytes(UTF_8));
    }
}
