package dateline.query.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

class PageAddressTests {
    private final LinkedMultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();

    private PageAddress address() {
        return PageAddress.of("/search", TimeRange.ALWAYS, parameters);
    }

    @Test
    void aStepKeepsEverythingElse() {
        parameters.add("q", "old bridge");
        parameters.add("entity", "place:1");
        parameters.add("sort", "oldest");

        assertThat(address().with("entity", "person:2"))
                .isEqualTo("/search?q=old+bridge&entity=place%3A1&entity=person%3A2&sort=oldest");
        assertThat(address().without("entity", "place:1")).isEqualTo("/search?q=old+bridge&sort=oldest");
        assertThat(address().between("2026-04-01", "2026-04-30"))
                .isEqualTo("/search?q=old+bridge&entity=place%3A1&from=2026-04-01&to=2026-04-30&sort=oldest");
        assertThat(address().api("/api/articles")).isEqualTo("/api/articles?q=old+bridge&entity=place%3A1&sort=oldest");
    }

    @Test
    void aStepBeginsAtTheFirstPage() {
        parameters.add("q", "bridge");
        parameters.add("next", "abc");

        assertThat(address().with("outlet", "a.example")).isEqualTo("/search?q=bridge&outlet=a.example");
        assertThat(address().firstPage()).isEqualTo("/search?q=bridge");
        assertThat(address().next("def")).isEqualTo("/search?q=bridge&next=def");
    }

    @Test
    void nothingCanBreakOutOfALink() {
        parameters.add("q", "\"><script>&x=y#");

        assertThat(address().firstPage()).isEqualTo("/search?q=%22%3E%3Cscript%3E%26x%3Dy%23");
    }

    @Test
    void emptyAndUnknownParametersAreDropped() {
        parameters.add("q", "  ");
        parameters.add("from", "");
        parameters.add("utm_source", "mail");

        assertThat(address().firstPage()).isEqualTo("/search");
        assertThat(address().values()).isEmpty();
    }

    @Test
    void aRangeIsTakenToPagesThatHaveAnotherUsualOne() {
        PageAddress overview = PageAddress.of("/", TimeRange.WEEK, parameters);

        assertThat(overview.to("/search")).isEqualTo("/search?range=7d");
        assertThat(overview.entity("place:1")).isEqualTo("/entity?id=place%3A1&range=7d");
        assertThat(overview.in(TimeRange.WEEK)).isEqualTo("/");
        assertThat(overview.in(TimeRange.YEAR)).isEqualTo("/?range=1y");
    }

    @Test
    void daysTakeTheRangesPlaceAndARangeTheDays() {
        parameters.add("range", "30d");
        assertThat(address().between("2026-04-01", "2026-04-30")).isEqualTo("/search?from=2026-04-01&to=2026-04-30");

        parameters.add("from", "2026-04-01");
        assertThat(address().values()).doesNotContainKey("range");
        assertThat(address().in(TimeRange.MONTH)).isEqualTo("/search?range=30d");
        assertThat(address().to("/")).isEqualTo("/?from=2026-04-01");
    }

    @Test
    void aRangeIsAskedForAsTheDaysUpToNow() {
        parameters.add("range", "7d");

        assertThat(address().articles(Instant.parse("2026-04-21T09:05:30Z")).getFirst("from"))
                .isEqualTo("2026-04-15");
        parameters.set("range", "24h");
        assertThat(address().articles(Instant.parse("2026-04-21T09:05:30Z")).getFirst("from"))
                .isEqualTo("2026-04-20T09:05:00Z");
        parameters.set("range", "nonsense");
        assertThat(address().articles(Instant.EPOCH)).isEmpty();
    }

    @Test
    void anotherPageKeepsFiltersButNotOrderAndPlace() {
        parameters.add("outlet", "a.example");
        parameters.add("sort", "oldest");
        parameters.add("next", "abc");

        assertThat(address().to("/", "topic", "t:1")).isEqualTo("/?topic=t%3A1&outlet=a.example&range=any");
    }
}
