package dateline.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import dateline.contract.EntityType;
import dateline.query.QueryServiceTest;
import dateline.query.RunningService;
import dateline.query.SampleArticle;
import dateline.query.index.IndexSettings;
import dateline.query.index.NearDuplicates;
import dateline.query.names.NameDirectory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.MultiValueMap;

@QueryServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FacetSampleIT {
    private static final int ARTICLES = 600;
    private static final String OUTLET = "facet-sample.example";

    @Autowired
    private RunningService service;

    @Autowired
    private ElasticsearchClient client;

    @Autowired
    private NearDuplicates nearDuplicates;

    @Autowired
    private NameDirectory directory;

    @Autowired
    private IndexSettings index;

    /** Two of three name Ladeira, every second Portovale. */
    @BeforeAll
    void articles() {
        for (int i = 0; i < ARTICLES; i++) {
            SampleArticle article = SampleArticle.at("https://" + OUTLET + "/" + i)
                    .from(OUTLET, "Sampled")
                    .titled("Report number " + i)
                    .saying("Nothing new.")
                    .published("2026-04-21T09:00:00Z");
            if (i % 3 != 0) {
                article = article.naming("person:ladeira", "Marta Ladeira", EntityType.PERSON);
            }
            if (i % 2 == 0) {
                article = article.naming("place:portovale", "Portovale", EntityType.PLACE);
            }
            service.publish(article);
        }
        service.awaitThat(
                "all",
                () -> assertThat(service.search("?size=0&outlet=" + OUTLET)
                                .get("total")
                                .asInt())
                        .isEqualTo(ARTICLES));
    }

    private ArticlePage found(int sample, String facets) {
        SearchSettings settings =
                new SearchSettings(Duration.ofSeconds(10), 12, sample, Duration.ofMinutes(2), 200, 120);
        return new ArticleSearch(client, nearDuplicates, directory, index, settings)
                .search(ArticleQueryReader.read(
                        MultiValueMap.fromSingleValue(Map.of("outlet", OUTLET, "size", "5", "facets", facets))));
    }

    private static long count(ArticlePage page, String facet, String value) {
        return page.facets().getOrDefault(facet, List.of()).stream()
                .filter(each -> each.value().equals(value))
                .mapToLong(FacetValue::count)
                .sum();
    }

    @Test
    void whereManyAreFoundASampleStandsForThemWithinTheBoundItStates() {
        ArticlePage page = found(200, "person,place,outlet");

        assertThat(page.total()).isEqualTo(ARTICLES);
        assertThat(page.items()).hasSize(5);
        for (String facet : List.of("person", "place", "outlet")) {
            FacetBounds bounds = page.facetBounds().get(facet);
            assertThat(bounds.share()).isEqualTo(200.0 / ARTICLES);
            assertThat(bounds.error()).isBetween(1L, (long) ARTICLES / 4);
        }
        // All have it, so that it does not matter which of them were drawn.
        assertThat(count(page, "outlet", OUTLET)).isEqualTo(ARTICLES);
        assertThat(Math.abs(count(page, "person", "person:ladeira") - ARTICLES * 2 / 3))
                .isLessThanOrEqualTo(page.facetBounds().get("person").error());
        assertThat(Math.abs(count(page, "place", "place:portovale") - ARTICLES / 2))
                .isLessThanOrEqualTo(page.facetBounds().get("place").error());
    }

    @Test
    void theSameQuestionGetsTheSameEstimate() {
        assertThat(found(200, "person").facets()).isEqualTo(found(200, "person").facets());
    }

    @Test
    void whereFewAreFoundAllAreCounted() {
        ArticlePage page = found(ARTICLES / 2, "person,place");

        assertThat(page.facetBounds().get("person")).isEqualTo(new FacetBounds(0, 0, 1));
        assertThat(count(page, "person", "person:ladeira")).isEqualTo(ARTICLES * 2 / 3);
        assertThat(count(page, "place", "place:portovale")).isEqualTo(ARTICLES / 2);
    }

    @Test
    void entitiesAreTheSameWhetherTheirKindsAreAskedForOrNot() {
        ArticlePage alone = found(ARTICLES, "entity");
        ArticlePage together = found(ARTICLES, "entity,person,organisation,place");

        assertThat(alone.facets().get("entity")).hasSize(2);
        assertThat(together.facets().get("entity")).isEqualTo(alone.facets().get("entity"));
        assertThat(together.facetBounds().get("entity"))
                .isEqualTo(alone.facetBounds().get("entity"));
    }
}
