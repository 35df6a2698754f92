package dateline.contract;

import java.util.List;

/**
 * What a dry run would change, against what {@link Topic#ENRICHED} holds now. Each list has the most frequent first; of
 * very long ones the end is missing, see {@link #complete}.
 *
 * @param changed articles of which anything that was found would differ
 * @param added articles that {@link Topic#ENRICHED} does not hold in this revision yet
 * @param fields by field of {@link EnrichedArticle}, the articles that differ in it
 * @param entitiesGained by entity, the articles that would name it and do not
 * @param entitiesLost by entity, the articles that name it and would not
 * @param topicsGained by topic, likewise
 * @param topicsLost by topic, likewise
 * @param languages by change of language, such as {@code en → fr}
 * @param quotesBefore quotations there are
 * @param quotesAfter quotations there would be
 * @param samples ids of some articles that would change
 * @param complete whether no list was cut
 */
public record ReplayChanges(
        long changed,
        long added,
        List<Tally> fields,
        List<Tally> entitiesGained,
        List<Tally> entitiesLost,
        List<Tally> topicsGained,
        List<Tally> topicsLost,
        List<Tally> languages,
        long quotesBefore,
        long quotesAfter,
        List<String> samples,
        boolean complete) {
    public ReplayChanges {
        fields = Lists.orEmpty(fields);
        entitiesGained = Lists.orEmpty(entitiesGained);
        entitiesLost = Lists.orEmpty(entitiesLost);
        topicsGained = Lists.orEmpty(topicsGained);
        topicsLost = Lists.orEmpty(topicsLost);
        languages = Lists.orEmpty(languages);
        samples = Lists.orEmpty(samples);
    }

    /**
     * Something that changes, with how often.
     *
     * @param id what
     * @param name its name to show
     * @param articles in how many articles
     * @param samples ids of some of them
     */
    public record Tally(String id, String name, long articles, List<String> samples) {
        public Tally {
            samples = Lists.orEmpty(samples);
        }
    }
}
