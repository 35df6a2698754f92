package dateline.enrich.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dateline.contract.ArticleDate;
import dateline.contract.ArticleLanguage;
import dateline.contract.EnrichedArticle;
import dateline.contract.IncomingArticle;
import dateline.contract.Origin;
import dateline.contract.Outlet;
import dateline.contract.RawArticle;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class EnrichmentPipelineTests {
    private static final Instant NOW = Instant.parse("2026-04-21T12:00:00Z");
    private static final ArticleLanguage ENGLISH = new ArticleLanguage("en", 1, ArticleLanguage.Source.DECLARED);

    private final Enricher language = enricher("language", (article, findings) -> findings.language(ENGLISH));
    private final Enricher broken = enricher("broken", (article, findings) -> {
        throw new IllegalStateException("no model");
    });

    @Test
    void anEnricherThatFailsLeavesItsReasonAndTheOthersWork() {
        EnrichedArticle enriched = pipeline(List.of("broken", "language")).enrich(article());

        assertThat(enriched.language()).isEqualTo(ENGLISH);
        assertThat(enriched.failures()).containsOnlyKeys("broken");
        assertThat(enriched.failures().get("broken")).contains("no model");
        assertThat(enriched.enrichers()).containsEntry("broken", "7").containsEntry("language", "7");
        assertThat(enriched.enrichedAt()).isEqualTo(NOW);
    }

    @Test
    void onlyWhatIsConfiguredRuns() {
        assertThat(pipeline(List.of("language")).enrich(article()).enrichers()).containsOnlyKeys("language");
    }

    @Test
    void anUnknownEnricherIsNamedAtStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pipeline(List.of("languaje")))
                .withMessageContaining("languaje");
    }

    private EnrichmentPipeline pipeline(List<String> names) {
        return new EnrichmentPipeline(
                new EnrichProperties(names, 0), List.of(language, broken), InstantSource.fixed(NOW));
    }

    private static Enricher enricher(String name, BiConsumer<RawArticle, Findings> work) {
        return new Enricher() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String version() {
                return "7";
            }

            @Override
            public void enrich(RawArticle article, Findings findings) {
                work.accept(article, findings);
            }
        };
    }

    private static RawArticle article() {
        IncomingArticle article = new IncomingArticle(
                "0123456789abcdef0123456789abcdef",
                "https://example.org/a",
                new Outlet("example.org", "Example", null, null, List.of()),
                "A title",
                null,
                List.of(),
                new ArticleDate(NOW, ArticleDate.Precision.SECOND, ArticleDate.Source.SUBMITTED),
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                new Origin(Origin.Channel.SUBMITTED, "https://example.org/a", null, null, null, NOW, List.of()));
        return new RawArticle(article.id(), 1, NOW, NOW, article, List.of());
    }
}
