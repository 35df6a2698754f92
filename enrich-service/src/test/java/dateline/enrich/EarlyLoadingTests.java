package dateline.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.enrich.knowledge.CurrentKnowledge;
import dateline.enrich.language.LanguageEnricher;
import dateline.enrich.pipeline.Enricher;
import dateline.enrich.tagger.LoadingTagger;
import dateline.enrich.tagger.NameTagger;
import dateline.enrich.topic.TopicEnricher;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** What is begun early is what the service works with, and there once. */
class EarlyLoadingTests {
    private static AnnotationConfigApplicationContext early(Map<String, Object> settings) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        // As the service does: two beans of one name are a fault.
        context.setAllowBeanDefinitionOverriding(false);
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
        new EarlyLoading().initialize(context);
        return context;
    }

    @Test
    void theServiceBeginsEarly() {
        assertThat(EnrichApplication.service().getInitializers()).hasAtLeastOneElementOfType(EarlyLoading.class);
    }

    @Test
    void whatIsBegunIsWhatIsUsed() {
        try (var context = early(Map.of())) {
            List<Class<?>> begun =
                    List.of(CurrentKnowledge.class, LoadingTagger.class, TopicEnricher.class, LanguageEnricher.class);
            context.register(EnrichCommand.Offline.class);
            context.refresh();

            assertThat(begun)
                    .allSatisfy(type -> assertThat(
                                    Set.copyOf(context.getBeansOfType(type).values()))
                            .hasSize(1));
            assertThat(context.getBeansOfType(Enricher.class).values())
                    .extracting(Enricher::name)
                    .doesNotHaveDuplicates()
                    .contains("language", "topic", "entity");
            assertThat(context.getBean(NameTagger.class)).isSameAs(context.getBean("loadingTagger"));
        }
    }

    @Test
    void theOperatorsFilesAreReadEarlyToo(@TempDir Path files) throws Exception {
        Files.writeString(files.resolve("own.jsonl"), "{\"id\":\"place:belarus\",\"prior\":0.125}\n");
        try (var context = early(Map.of("dateline.knowledge.files", files.toString()))) {
            context.refresh();

            assertThat(context.getBean(CurrentKnowledge.class).get().find("place:belarus"))
                    .hasValueSatisfying(belarus -> assertThat(belarus.prior()).isEqualTo(0.125));
        }
    }

    @Test
    void ourTaggerIsNotLoadedInVainWhereTheOperatorHasOne() {
        try (var context = early(Map.of("dateline.enrich.tagger.onnx.model", "own.onnx"))) {
            assertThat(context.getBeanDefinitionNames()).doesNotContain("loadingTagger");
        }
    }
}
