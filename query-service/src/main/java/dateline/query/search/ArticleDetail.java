package dateline.query.search;

import dateline.contract.ArticleDate;
import dateline.contract.ArticleEntity;
import dateline.contract.ArticleLanguage;
import dateline.contract.ArticleTopic;
import dateline.contract.Block;
import dateline.contract.Change;
import dateline.contract.DateMention;
import dateline.contract.EnrichedArticle;
import dateline.contract.Figure;
import dateline.contract.Furniture;
import dateline.contract.Geography;
import dateline.contract.IncomingArticle;
import dateline.contract.Mention;
import dateline.contract.Origin;
import dateline.contract.Outlet;
import dateline.contract.Quote;
import dateline.contract.ReadingAids;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one article. The components are those of the contract's records.
 *
 * @param body the text that mentions' offsets point into
 */
public record ArticleDetail(
        String id,
        String url,
        Outlet outlet,
        String title,
        @Nullable String subtitle,
        List<String> bylines,
        ArticleDate published,
        @Nullable ArticleDate modified,
        Instant firstSeen,
        Instant revisedAt,
        int revision,
        List<Change> changes,
        @Nullable ArticleLanguage language,
        @Nullable String declaredLanguage,
        @Nullable String leadImage,
        @Nullable String section,
        List<String> tags,
        String body,
        List<Block> blocks,
        List<Furniture> furniture,
        List<Mention> mentions,
        List<ArticleEntity> entities,
        List<ArticleTopic> topics,
        List<Quote> quotes,
        @Nullable Geography geography,
        List<DateMention> dates,
        List<Figure> figures,
        @Nullable ReadingAids reading,
        Origin origin,
        Map<String, String> enrichers,
        Map<String, String> failures,
        Instant enrichedAt) {

    /** The same article, in one piece. */
    static ArticleDetail of(EnrichedArticle enriched) {
        IncomingArticle article = enriched.raw().article();
        return new ArticleDetail(
                enriched.raw().id(),
                article.url(),
                article.outlet(),
                article.title(),
                article.subtitle(),
                article.bylines(),
                article.published(),
                article.modified(),
                enriched.raw().firstSeen(),
                enriched.raw().revisedAt(),
                enriched.raw().revision(),
                enriched.raw().changes(),
                enriched.language(),
                article.declaredLanguage(),
                article.leadImage(),
                article.section(),
                article.tags(),
                article.body(),
                article.blocks(),
                article.furniture(),
                enriched.mentions(),
                enriched.entities(),
                enriched.topics(),
                enriched.quotes(),
                enriched.geography(),
                enriched.dates(),
                enriched.figures(),
                enriched.reading(),
                article.origin(),
                enriched.enrichers(),
                enriched.failures(),
                enriched.enrichedAt());
    }
}
