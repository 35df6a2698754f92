package dateline.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.ArticleTopic;
import dateline.contract.EnrichedArticle;
import dateline.enrich.pipeline.EnrichmentPipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;

/** Holds docs/enrichers.md to what it says: one class and one line of configuration. */
class AddingAnEnricherTests {
    private static final Path PAGE = Path.of("../docs/enrichers.md");
    private static final Path EXAMPLE = Path.of("src/test/java/dateline/enrich/shouting/ShoutingEnricher.java");

    @Configuration(proxyBeanMethods = false)
    @Import(EnrichCommand.Offline.class)
    @ComponentScan("dateline.enrich.shouting")
    static class WithExample {}

    @Test
    void theExampleOnThePageIsTheClassThatIsTested() throws IOException {
        assertThat(Files.readString(PAGE)).contains("```java\n" + Files.readString(EXAMPLE) + "```");
    }

    @Test
    void oneClassAndOneLineOfConfigurationAddAnEnricher() {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("test", Map.of("dateline.enrich.enrichers", "language, shouting")));
            context.register(WithExample.class);
            context.refresh();
            EnrichedArticle enriched = context.getBean(EnrichmentPipeline.class)
                    .enrich(WholePipeline.article("DREAM HOME SOLD TWICE", "A flat was sold."));

            assertThat(enriched.topics()).extracting(ArticleTopic::id).containsExactly("own:shouting");
            assertThat(enriched.enrichers()).containsEntry("shouting", "1").containsOnlyKeys("language", "shouting");
        }
    }

    @Test
    void everyEnricherOfTheDefaultLeavesNoFailure() {
        try (WholePipeline whole = new WholePipeline()) {
            EnrichedArticle enriched = whole.pipeline()
                    .enrich(
                            WholePipeline.article(
                                    "Port opens",
                                    "KUALA LUMPUR, 21 April — The port sold $400 million of goods last year, the Malaysian minister said."));

            assertThat(enriched.failures()).isEmpty();
            assertThat(enriched.enrichers())
                    .containsKeys("own-topic", "geography", "time", "figure", "signature", "reading");
            assertThat(enriched.figures()).hasSize(1);
            assertThat(enriched.dates()).hasSize(2);
            assertThat(enriched.signature()).isNotNull();
            assertThat(enriched.reading()).isNotNull();
        }
    }
}
