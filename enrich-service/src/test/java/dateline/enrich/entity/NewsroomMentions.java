package dateline.enrich.entity;

import dateline.contract.Mention;
import dateline.enrich.knowledge.KnowledgeBase;
import dateline.enrich.tagger.StatisticalTagger;
import dateline.newsroom.SampleArticle;
import java.util.List;

/** What the entity enricher finds in an article of the sample newsroom. */
public final class NewsroomMentions {
    private final EntityTagger tagger = new EntityTagger(KnowledgeBase.load(), StatisticalTagger.load());

    public List<Mention> mentions(SampleArticle article) {
        return tagger.annotate(
                        article.title(),
                        article.body(),
                        article.gold().language(),
                        new ArticleContext(article.outlet().country(), null))
                .mentions();
    }
}
