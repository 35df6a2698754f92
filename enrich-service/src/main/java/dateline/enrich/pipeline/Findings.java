package dateline.enrich.pipeline;

import dateline.contract.ArticleEntity;
import dateline.contract.ArticleLanguage;
import dateline.contract.ArticleTopic;
import dateline.contract.Mention;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has been found in one article so far. Belongs to one article and one thread. */
public final class Findings {
    private @Nullable ArticleLanguage language;
    private List<Mention> mentions = List.of();
    private List<ArticleEntity> entities = List.of();
    private List<ArticleTopic> topics = List.of();

    /** The language; null before it was decided. */
    public @Nullable ArticleLanguage language() {
        return language;
    }

    public void language(ArticleLanguage found) {
        language = found;
    }

    /** Where the article names whom, in order of title, then body. */
    public List<Mention> mentions() {
        return mentions;
    }

    /** Whom the article names, the most salient first. */
    public List<ArticleEntity> entities() {
        return entities;
    }

    public void entities(List<Mention> foundMentions, List<ArticleEntity> foundEntities) {
        mentions = List.copyOf(foundMentions);
        entities = List.copyOf(foundEntities);
    }

    /** What the article is about, the surest first. */
    public List<ArticleTopic> topics() {
        return topics;
    }

    public void topics(List<ArticleTopic> found) {
        topics = List.copyOf(found);
    }
}
