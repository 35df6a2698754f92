package dateline.enrich.topic;

import dateline.contract.ArticleLanguage;
import dateline.contract.RawArticle;
import dateline.enrich.pipeline.Enricher;
import dateline.enrich.pipeline.Findings;
import dateline.enrich.pipeline.Soon;
import org.springframework.stereotype.Component;

/** Notes what the article is about. */
@Component
public final class TopicEnricher implements Enricher {
    private final Soon<TopicTagger> tagger = Soon.of(TopicTagger::new);

    @Override
    public String name() {
        return "topic";
    }

    @Override
    public String version() {
        return "7";
    }

    @Override
    public void awaitLoaded() {
        tagger.get();
    }

    @Override
    public void enrich(RawArticle article, Findings findings) {
        ArticleLanguage language = findings.language();
        findings.topics(tagger.get().tag(TopicText.of(article.article(), language == null ? null : language.tag())));
    }
}
