package dateline.enrich.topic;

import dateline.contract.ArticleLanguage;
import dateline.contract.RawArticle;
import dateline.enrich.pipeline.Enricher;
import dateline.enrich.pipeline.Findings;
import org.springframework.stereotype.Component;

/** Notes what the article is about. */
@Component
class TopicEnricher implements Enricher {
    private final TopicTagger tagger = new TopicTagger();

    @Override
    public String name() {
        return "topic";
    }

    @Override
    public String version() {
        return "4";
    }

    @Override
    public void enrich(RawArticle article, Findings findings) {
        ArticleLanguage language = findings.language();
        findings.topics(tagger.tag(TopicText.of(article.article(), language == null ? null : language.tag())));
    }
}
