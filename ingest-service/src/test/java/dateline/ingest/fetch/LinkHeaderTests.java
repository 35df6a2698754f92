package dateline.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinkHeaderTests {
    private static List<String> hubs(String... values) {
        return LinkHeader.targets(
                new ResponseHeaders(Map.of("Link", List.of(values))), "hub", "https://example.org/feed");
    }

    @Test
    void linksOfARelationAreFoundInAnyOfTheHeadersAndMadeAbsolute() {
        assertThat(hubs(
                        "<https://a.example/?x=1,2>; rel=\"hub\", <https://example.org/feed>; rel=self",
                        "</hub>; title=\"a; b\"; REL=hub"))
                .containsExactly("https://a.example/?x=1,2", "https://example.org/hub");
    }

    @Test
    void aLinkMayHaveSeveralRelations() {
        assertThat(hubs("<https://a.example/>; rel=\"next HUB\"")).containsExactly("https://a.example/");
    }

    @Test
    void otherRelationsAndBrokenHeadersAreNoHubs() {
        assertThat(hubs("<https://a.example/>; rel=\"hubs\"", "<https://b.example/>", "hub", "<<>>;;rel=hub", ""))
                .isEmpty();
        assertThat(hubs("<".repeat(100_000))).isEmpty();
    }
}
