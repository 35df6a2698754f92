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
 * @param stemmed title and body once more, under the language whose analyzer reads them; without it in lists
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
 * @param spellings pairs of entity id and a name the outlet used for it, as spelled; coreferences such as "he" are none
 * @param speakers entities that are quoted
 * @param quotedAbout entities named inside a quotation by somebody else
 * @param quoteCount how many quotations there are, each continued one once
 * @param quotes the quotations themselves; without them in lists
 * @param countries ISO 3166 alpha-2 of the countries it is about, the surest first
 * @param datelinePlace the place entity it was written in, by its dateline
 * @param points places with a known position, see {@link MapPoint}
 * @param keywords what sets it apart, the most telling first
 * @param words how many words title and body have
 * @param tone from -1 to 1, where a lexicon serves the language
 * @param bands keys of which near-duplicates share at least one; without them in lists
 * @param reprintOf the article whose text this one repeats, the first of its group; none if it stands for itself
 * @param independent whether it stands for itself, so that counting only these counts no reprint
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
        List<String> spellings,
        List<String> speakers,
        List<String> quotedAbout,
        int quoteCount,
        @Nullable List<QuoteLine> quotes,
        List<String> countries,
        @Nullable String datelinePlace,
        List<String> points,
        List<String> keywords,
        int words,
        @Nullable Double tone,
        @Nullable List<String> bands,
        @Nullable String reprintOf,
        boolean independent,
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
        spellings = orEmpty(spellings);
        speakers = orEmpty(speakers);
        quotedAbout = orEmpty(quotedAbout);
        countries = orEmpty(countries);
        points = orEmpty(points);
        keywords = orEmpty(keywords);
    }

    /** The same, as a reprint of another article. */
    ArticleDocument reprintOf(String first) {
        return new ArticleDocument(
                id,
                url,
                outlet,
                title,
                subtitle,
                lead,
                body,
                stemmed,
                bylines,
                published,
                firstSeen,
                revisedAt,
                enrichedAt,
                revision,
                changes,
                language,
                section,
                tags,
                channel,
                source,
                entities,
                topics,
                topicIds,
                entityAliases,
                topicAliases,
                facets,
                spellings,
                speakers,
                quotedAbout,
                quoteCount,
                quotes,
                countries,
                datelinePlace,
                points,
                keywords,
                words,
                tone,
                bands,
                first,
                false,
                record);
    }

    /** The texts that a language's analyzer reads. */
    public record Stemmed(String title, String body) {}

    /** A topic of the article itself, without ancestors. */
    public record TopicRef(String id, String name, double confidence) {}

    /**
     * A quotation, to be shown without the article around it.
     *
     * @param text the words, the parts of a split or continued one put together
     * @param kind {@link dateline.contract.Quote.Kind}
     * @param speaker the words that name the speaker
     * @param speakerId the entity that speaks, if known
     * @param verb the verb of saying
     * @param about entities named in it
     */
    public record QuoteLine(
            String text,
            String kind,
            @Nullable String speaker,
            @Nullable String speakerId,
            @Nullable String verb,
            List<String> about) {
        public QuoteLine {
            about = orEmpty(about);
        }
    }

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
