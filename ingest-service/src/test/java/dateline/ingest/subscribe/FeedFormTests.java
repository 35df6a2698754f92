package dateline.ingest.subscribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dateline.ingest.problem.InvalidField;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeedFormTests {
    private static final String URL = "https://news.example.co.uk/rss.xml";

    private static Subscription create(Map<String, @Nullable Object> fields) {
        return new FeedForm(fields).create(URL, "Example News", Instant.EPOCH);
    }

    private static void assertRefused(Map<String, @Nullable Object> fields, String field) {
        assertThatExceptionOfType(InvalidField.class)
                .isThrownBy(() -> create(fields))
                .satisfies(e -> assertThat(e.field()).isEqualTo(field));
    }

    @Test
    void anOutletIsTheRegistrableDomainUnlessSomeoneSaysOtherwise() {
        Subscription feed = create(Map.of());
        assertThat(feed.outlet().id()).isEqualTo("example.co.uk");
        assertThat(feed.outlet().name()).isEqualTo("Example News");
        assertThat(feed.title()).isNull();
    }

    @Test
    void everyFieldCanBeGivenWithHyphensOrWithout() {
        Subscription feed = create(Map.of(
                "title",
                "Mine",
                "min-interval",
                "10m",
                "maxInterval",
                "PT2H",
                "full-text",
                true,
                "outlet",
                Map.of(
                        "id",
                        "ex",
                        "name",
                        "Ex",
                        "country",
                        "gb",
                        "language",
                        "en-gb",
                        "tags",
                        List.of("state", "daily"))));
        assertThat(feed.title()).isEqualTo("Mine");
        assertThat(feed.minInterval()).isEqualTo(Duration.ofMinutes(10));
        assertThat(feed.maxInterval()).isEqualTo(Duration.ofHours(2));
        assertThat(feed.fullText()).isTrue();
        assertThat(feed.outlet().country()).isEqualTo("GB");
        assertThat(feed.outlet().language()).isEqualTo("en-GB");
        assertThat(feed.outlet().tags()).containsExactly("state", "daily");
    }

    @Test
    void whatIsLeftOutStaysAndNullTakesASettingBack() {
        Subscription before = create(Map.of("title", "Mine", "minInterval", "10m"));
        Map<String, @Nullable Object> change = new HashMap<>();
        change.put("title", null);
        Subscription after = new FeedForm(change).change(before);
        assertThat(after.title()).isNull();
        assertThat(after.minInterval()).isEqualTo(Duration.ofMinutes(10));
        assertThat(after.id()).isEqualTo(before.id());
    }

    @Test
    void whatIsWrongIsNamed() {
        assertRefused(Map.of("color", 1), "color");
        assertRefused(Map.of("outlet", "BBC"), "outlet");
        assertRefused(Map.of("outlet", Map.of("owner", "x")), "outlet.owner");
        assertRefused(Map.of("outlet", Map.of("country", "XX")), "outlet.country");
        assertRefused(Map.of("outlet", Map.of("language", "no such tongue")), "outlet.language");
        assertRefused(Map.of("outlet", Map.of("tags", "one")), "outlet.tags");
        assertRefused(Map.of("paused", "yes"), "paused");
        assertRefused(Map.of("maxInterval", "soon"), "maxInterval");
        assertRefused(Map.of("maxInterval", "-5m"), "maxInterval");
        assertRefused(Map.of("minInterval", "2h", "maxInterval", "1h"), "minInterval");
        assertRefused(Map.of("title", ""), "title");
        assertRefused(Map.of("title", "x".repeat(5000)), "title");
    }

    @Test
    void anAddressIsNeeded() {
        assertThatExceptionOfType(InvalidField.class).isThrownBy(() -> new FeedForm(Map.of()).url());
        assertThatExceptionOfType(InvalidField.class)
                .isThrownBy(() -> new FeedForm(Map.of("url", "file:///etc/passwd")).url());
    }
}
