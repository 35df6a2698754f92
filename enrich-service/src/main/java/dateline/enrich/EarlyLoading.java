package dateline.enrich;

import dateline.enrich.knowledge.CurrentKnowledge;
import dateline.enrich.knowledge.KnowledgeProperties;
import dateline.enrich.language.LanguageEnricher;
import dateline.enrich.tagger.LoadingTagger;
import dateline.enrich.tagger.OnnxProperties;
import dateline.enrich.topic.TopicEnricher;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.StringUtils;

/**
 * Begins to load the large models before anything else of the start, half of which is done by one thread: by the time that
 * the beans which need them are made, the other core has read most of them. What is made here takes the place of the
 * component that would be made later.
 */
final class EarlyLoading implements ApplicationContextInitializer<GenericApplicationContext> {
    @Override
    public void initialize(GenericApplicationContext context) {
        Binder settings = Binder.get(context.getEnvironment());
        KnowledgeProperties knowledge = settings.bindOrCreate(KnowledgeProperties.PREFIX, KnowledgeProperties.class);
        begin(context, CurrentKnowledge.class, () -> new CurrentKnowledge(knowledge));
        if (settings.bindOrCreate(OnnxProperties.PREFIX, OnnxProperties.class).model() == null) {
            begin(context, LoadingTagger.class, LoadingTagger::new);
        }
        begin(context, TopicEnricher.class, TopicEnricher::new);
        begin(context, LanguageEnricher.class, LanguageEnricher::new);
    }

    /** Under the name that the scan for components would give it, which leaves a bean alone that is there already. */
    private static <T> void begin(GenericApplicationContext context, Class<T> type, Supplier<T> make) {
        T begun = make.get();
        context.registerBean(StringUtils.uncapitalize(type.getSimpleName()), type, () -> begun);
    }
}
