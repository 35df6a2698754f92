package dateline.enrich.topic;

import dateline.contract.ArticleLanguage;
import dateline.contract.ArticleTopic;
import dateline.contract.RawArticle;
import dateline.enrich.pipeline.Enricher;
import dateline.enrich.pipeline.Findings;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Adds the operator's own topics to those of the tree. Without a file there are none. */
@Component
class OwnTopicEnricher implements Enricher {
    private final OwnTopics own;
    private final String version;

    /** Throws OwnTopicMistake if the file has a mistake, so that the service does not start. */
    OwnTopicEnricher(OwnTopicProperties properties) {
        List<OwnTopic> topics = properties.topics();
        this.own = new OwnTopics(topics);
        this.version = topics.isEmpty() ? "1" : "1+%08x".formatted(topics.hashCode());
    }

    @Override
    public String name() {
        return "own-topic";
    }

    /** Behind the plus what the file says, in short: other topics, another version. */
    @Override
    public String version() {
        return version;
    }

    @Override
    public void enrich(RawArticle article, Findings findings) {
        ArticleLanguage language = findings.language();
        List<ArticleTopic> found = own.find(TopicText.of(article.article(), language == null ? null : language.tag()));
        if (!found.isEmpty()) {
            List<ArticleTopic> topics = new ArrayList<>(findings.topics());
            topics.addAll(found);
            findings.topics(topics);
        }
    }
}
