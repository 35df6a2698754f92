package dateline.query.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class ArticleQueryReaderTests {
    private static MultiValueMap<String, String> parameters(String... pairs) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            parameters.add(pairs[i], pairs[i + 1]);
        }
        return parameters;
    }

    private static ArticleQuery read(String... pairs) {
        return ArticleQueryReader.read(parameters(pairs));
    }

    private static InvalidParameter fault(String... pairs) {
        try {
            read(pairs);
        } catch (InvalidParameter e) {
            return e;
        }
        throw new AssertionError("was read");
    }

    @Test
    void nothingAskedForIsEverythingNewestFirst() {
        ArticleQuery asked = read();

        assertThat(asked.text()).isNull();
        assertThat(asked.filters()).isEqualTo(Filters.NONE);
        assertThat(asked.sort()).isEqualTo(Sort.NEWEST);
        assertThat(asked.size()).isEqualTo(20);
        assertThat(asked.facets()).containsExactlyInAnyOrder(Facet.values());
    }

    @Test
    void aDashLeavesAValueOut() {
        Filters filters = read("outlet", "a.example", "outlet", "-b.example", "country", "-am", "language", "EN")
                .filters();

        assertThat(filters.wanted())
                .isEqualTo(Map.of(
                        Attribute.OUTLET, List.of("a.example"),
                        Attribute.LANGUAGE, List.of("en")));
        assertThat(filters.unwanted())
                .isEqualTo(Map.of(
                        Attribute.OUTLET, List.of("b.example"),
                        Attribute.COUNTRY, List.of("AM")));
        assertThat(fault("outlet", "-").parameter()).isEqualTo("outlet");
    }

    @Test
    void everyAttributeAndTraitHasAParameter() {
        for (Attribute attribute : Attribute.values()) {
            String value = attribute == Attribute.CHANNEL ? "feed" : "x";
            assertThat(read(attribute.label(), value).filters().wanted()).containsOnlyKeys(attribute);
        }
        for (Trait trait : Trait.values()) {
            assertThat(read(trait.parameter(), "false").filters().traits()).isEqualTo(Map.of(trait, false));
            assertThat(fault(trait.parameter(), "yes").parameter()).isEqualTo(trait.parameter());
        }
        assertThat(fault("channel", "owl")).hasMessageContaining("feed or submitted");
    }

    @Test
    void timesAreReadForPublicationAndForTheFirstSight() {
        Filters filters = read("from", "2026-04-21", "to", "2026-04-21", "firstSeenFrom", "2026-04-21T09:00:00Z")
                .filters();

        assertThat(filters.published())
                .isEqualTo(new Period(Instant.parse("2026-04-21T00:00:00Z"), Instant.parse("2026-04-22T00:00:00Z")));
        assertThat(filters.firstSeen()).isEqualTo(new Period(Instant.parse("2026-04-21T09:00:00Z"), null));
        assertThat(fault("firstSeenTo", "soon").parameter()).isEqualTo("firstSeenTo");
    }

    @Test
    void aNearDuplicateIsAskedForById() {
        String id = "0123456789abcdef0123456789abcdef";

        assertThat(read("nearDuplicateOf", id).filters().nearDuplicateOf()).isEqualTo(id);
        assertThat(fault("nearDuplicateOf", "it").parameter()).isEqualTo("nearDuplicateOf");
    }

    @Test
    void aFaultInQSaysWhereInWhatWasSent() {
        InvalidParameter fault = fault("q", "  old \"bridge");

        assertThat(fault.parameter()).isEqualTo("q");
        assertThat(fault.position()).hasValue(6);
        assertThat(fault("size", "many").position()).isEmpty();
    }

    @Test
    void sortsHaveNames() {
        assertThat(read("sort", "firstSeen").sort()).isEqualTo(Sort.FIRST_SEEN);
        assertThat(read("q", "bridge").sort()).isEqualTo(Sort.RELEVANCE);
        assertThat(read("sort", "relevance").sort()).isEqualTo(Sort.NEWEST);
        assertThat(fault("sort", "best")).hasMessageContaining("relevance, newest, oldest, firstSeen");
    }

    @Test
    void questionsWithoutPagesTakeTheFiltersAndTheirOwnParameters() {
        ArticleQuery asked = ArticleQueryReader.readFilters(
                parameters("q", "bridge", "interval", "day", "revised", "true"), Set.of("interval"));

        assertThat(asked.text()).isEqualTo(new TextQuery.Word("bridge"));
        assertThat(asked.size()).isZero();
        assertThat(asked.facets()).isEmpty();
        assertThatExceptionOfType(InvalidParameter.class)
                .isThrownBy(() -> ArticleQueryReader.readFilters(parameters("size", "10"), Set.of()))
                .satisfies(e -> assertThat(e.parameter()).isEqualTo("size"));
    }
}
