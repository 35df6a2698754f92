package dateline.contract;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An article with what was found in it: the value in {@link Topic#ENRICHED}.
 *
 * @param raw the revision that was read
 * @param language what it is written in; missing if its enricher failed
 * @param mentions where it names whom, in order of title, then body
 * @param entities whom it names, the most salient first
 * @param topics what it is about, the surest first
 * @param quotes who is quoted with what, in order
 * @param geography where it plays; missing in records older than this field, or if its enricher failed
 * @param dates points and periods of time that the body names, in order
 * @param figures amounts that the body names, in order
 * @param signature its print for finding near-duplicates; missing like the geography
 * @param reading keywords, length and tone; missing like the geography
 * @param enrichers version of each enricher that ran, by its name
 * @param failures why an enricher's fields are empty, by the enricher's name
 * @param enrichedAt when this was made
 */
public record EnrichedArticle(
        RawArticle raw,
        @Nullable ArticleLanguage language,
        List<Mention> mentions,
        List<ArticleEntity> entities,
        List<ArticleTopic> topics,
        List<Quote> quotes,
        @Nullable Geography geography,
        List<DateMention> dates,
        List<Figure> figures,
        @Nullable Signature signature,
        @Nullable ReadingAids reading,
        Map<String, String> enrichers,
        Map<String, String> failures,
        Instant enrichedAt) {
    public EnrichedArticle {
        mentions = Lists.orEmpty(mentions);
        entities = Lists.orEmpty(entities);
        topics = Lists.orEmpty(topics);
        quotes = Lists.orEmpty(quotes);
        dates = Lists.orEmpty(dates);
        figures = Lists.orEmpty(figures);
        enrichers = enrichers == null ? Map.of() : Map.copyOf(enrichers);
        failures = failures == null ? Map.of() : Map.copyOf(failures);
    }
}
