package dateline.query.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

class PageAddressTests {
    private final LinkedMultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();

    private PageAddress address() {
        return PageAddress.of(parameters);
    }

    @Test
    void aStepKeepsEverythingElse() {
        parameters.add("q", "old bridge");
        parameters.add("entity", "place:1");
        parameters.add("sort", "oldest");

        assertThat(address().with("entity", "person:2"))
                .isEqualTo("/?q=old+bridge&entity=place%3A1&entity=person%3A2&sort=oldest");
        assertThat(address().without("entity", "place:1")).isEqualTo("/?q=old+bridge&sort=oldest");
        assertThat(address().between("2026-04-01", "2026-04-30"))
                .isEqualTo("/?q=old+bridge&entity=place%3A1&from=2026-04-01&to=2026-04-30&sort=oldest");
        assertThat(address().api()).isEqualTo("/api/articles?q=old+bridge&entity=place%3A1&sort=oldest");
    }

    @Test
    void aStepBeginsAtTheFirstPage() {
        parameters.add("q", "bridge");
        parameters.add("next", "abc");

        assertThat(address().with("outlet", "a.example")).isEqualTo("/?q=bridge&outlet=a.example");
        assertThat(address().firstPage()).isEqualTo("/?q=bridge");
        assertThat(address().next("def")).isEqualTo("/?q=bridge&next=def");
    }

    @Test
    void nothingCanBreakOutOfALink() {
        parameters.add("q", "\"><script>&x=y#");

        assertThat(address().firstPage()).isEqualTo("/?q=%22%3E%3Cscript%3E%26x%3Dy%23");
    }

    @Test
    void emptyAndUnknownParametersAreDropped() {
        parameters.add("q", "  ");
        parameters.add("from", "");
        parameters.add("utm_source", "mail");

        assertThat(address().firstPage()).isEqualTo("/");
        assertThat(address().values()).isEmpty();
    }
}
