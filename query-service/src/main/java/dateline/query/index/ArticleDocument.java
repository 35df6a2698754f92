package dateline.query.index;

import dateline.contract.ArticleDate;
import dateline.contract.ArticleEntity;
import dateline.contract.EnrichedArticle;
import dateline.contract.Outlet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An article as Elasticsearch holds it; {@code elasticsearch/articles.json} says how each field is indexed. A search for
 * a list leaves out the large fields, which are the nullable ones here.
 *
 * @param id the article
 * @param url its canonical URL
 * @param outlet who published it
 * @param title the headline
 * @param subtitle the standfirst
 * @param lead the body's first words, to show where nothing is highlighted
 * @param body the whole body; without it in lists
 * @param stemmed title and body once more, under the language whose analyzer reads them; indexed and not kept
 * @param bylines the authors
 * @param published when it was published
 * @param firstSeen when Dateline first saw it
 * @param revisedAt when Dateline saw this revision
 * @param enrichedAt when this was enriched
 * @param revision counts from 1
 * @param changes how many changes were seen
 * @param language primary language subtag such as {@code en}
 * @param section the outlet's own section
 * @param tags the outlet's own keywords
 * @param channel how it came
 * @param source the record of {@code news.enriched} it was made of, as {@code topic-partition@offset}
 * @param entities whom it names, the most salient first
 * @param topics what it is about, the surest first
 * @param topicIds the topics' ids and those of all their ancestors
 * @param entityAliases pairs of folded name and entity id, see {@link Names}
 * @param topicAliases pairs of folded name and topic id
 * @param facets pairs of id and label to count by
 * @param record everything, as it came; stored and not indexed; without it in lists
 */
public record ArticleDocument(
        String id,
        String url,
        Outlet outlet,
        String title,
        @Nullable String subtitle,
        String lead,
        @Nullable String body,
        @Nullable Map<String, Stemmed> stemmed,
        List<String> bylines,
        ArticleDate published,
        Instant firstSeen,
        Instant revisedAt,
        Instant enrichedAt,
        int revision,
        int changes,
        @Nullable String language,
        @Nullable String section,
        List<String> tags,
        String channel,
        @Nullable String source,
        List<ArticleEntity> entities,
        List<TopicRef> topics,
        List<String> topicIds,
        List<String> entityAliases,
        List<String> topicAliases,
        @Nullable Facets facets,
        @Nullable EnrichedArticle record) {

    public ArticleDocument {
        // Jackson gives null for what Elasticsearch left out.
        title = title == null ? "" : title;
        lead = lead == null ? "" : lead;
        bylines = orEmpty(bylines);
        tags = orEmpty(tags);
        entities = orEmpty(entities);
        topics = orEmpty(topics);
        topicIds = orEmpty(topicIds);
        entityAliases = orEmpty(entityAliases);
        topicAliases = orEmpty(topicAliases);
    }

    /** The texts that a language's analyzer reads. */
    public record Stemmed(String title, String body) {}

    /** A topic of the article itself, without ancestors. */
    public record TopicRef(String id, String name, double confidence) {}

    /** What the article counts for, each value a pair of id and label. */
    public record Facets(
            List<String> entity,
            List<String> person,
            List<String> organisation,
            List<String> place,
            List<String> topic,
            String outlet) {}

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
