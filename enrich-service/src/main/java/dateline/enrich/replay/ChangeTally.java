package dateline.enrich.replay;

import dateline.contract.ArticleEntity;
import dateline.contract.ArticleTopic;
import dateline.contract.EnrichedArticle;
import dateline.contract.ReplayChanges;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Adds up what a dry run would change. Not thread-safe. */
final class ChangeTally {
    /** Of each list; with more the report says that it is not complete. */
    static final int LONGEST_LIST = 1000;

    private static final int SAMPLES = 3;
    private static final int CHANGED_SAMPLES = 20;

    private static final Map<String, Function<EnrichedArticle, @Nullable Object>> FIELDS = fields();

    private long changed;
    private long added;
    private long quotesBefore;
    private long quotesAfter;
    private final List<String> samples = new ArrayList<>();
    private final Map<String, Count> byField = new HashMap<>();
    private final Map<String, Count> entitiesGained = new HashMap<>();
    private final Map<String, Count> entitiesLost = new HashMap<>();
    private final Map<String, Count> topicsGained = new HashMap<>();
    private final Map<String, Count> topicsLost = new HashMap<>();
    private final Map<String, Count> languages = new HashMap<>();

    /** Something that changes. */
    private static final class Count {
        final String name;
        final List<String> samples = new ArrayList<>();
        long articles;

        Count(String name) {
            this.name = name;
        }
    }

    /**
     * Compares what is held of an article with what it would be.
     *
     * @param before null if nothing is held of this revision
     */
    void add(@Nullable EnrichedArticle before, EnrichedArticle after) {
        String id = after.raw().id();
        if (before == null) {
            added++;
        } else {
            quotesBefore += before.quotes().size();
            boolean differs = false;
            for (var field : FIELDS.entrySet()) {
                if (!Objects.equals(
                        field.getValue().apply(before), field.getValue().apply(after))) {
                    differs = true;
                    count(byField, field.getKey(), field.getKey(), id);
                }
            }
            if (differs) {
                changed++;
                if (samples.size() < CHANGED_SAMPLES) {
                    samples.add(id);
                }
            }
            String from = language(before);
            String to = language(after);
            if (!from.equals(to)) {
                count(languages, from + " → " + to, from + " → " + to, id);
            }
        }
        quotesAfter += after.quotes().size();
        differences(before == null ? Map.of() : entities(before), entities(after), entitiesGained, entitiesLost, id);
        differences(before == null ? Map.of() : topics(before), topics(after), topicsGained, topicsLost, id);
    }

    /** All so far. */
    ReplayChanges changes() {
        boolean complete = List.of(entitiesGained, entitiesLost, topicsGained, topicsLost).stream()
                .allMatch(counts -> counts.size() <= LONGEST_LIST);
        return new ReplayChanges(
                changed,
                added,
                sorted(byField),
                sorted(entitiesGained),
                sorted(entitiesLost),
                sorted(topicsGained),
                sorted(topicsLost),
                sorted(languages),
                quotesBefore,
                quotesAfter,
                samples,
                complete);
    }

    /** The reports of several partitions as one. */
    static ReplayChanges sum(List<ReplayChanges> parts) {
        return new ReplayChanges(
                parts.stream().mapToLong(ReplayChanges::changed).sum(),
                parts.stream().mapToLong(ReplayChanges::added).sum(),
                sum(parts, ReplayChanges::fields),
                sum(parts, ReplayChanges::entitiesGained),
                sum(parts, ReplayChanges::entitiesLost),
                sum(parts, ReplayChanges::topicsGained),
                sum(parts, ReplayChanges::topicsLost),
                sum(parts, ReplayChanges::languages),
                parts.stream().mapToLong(ReplayChanges::quotesBefore).sum(),
                parts.stream().mapToLong(ReplayChanges::quotesAfter).sum(),
                parts.stream()
                        .flatMap(part -> part.samples().stream())
                        .limit(CHANGED_SAMPLES)
                        .toList(),
                parts.stream().allMatch(ReplayChanges::complete));
    }

    private static List<ReplayChanges.Tally> sum(
            List<ReplayChanges> parts, Function<ReplayChanges, List<ReplayChanges.Tally>> list) {
        Map<String, Count> counts = new HashMap<>();
        for (ReplayChanges part : parts) {
            for (ReplayChanges.Tally tally : list.apply(part)) {
                Count count = counts.computeIfAbsent(tally.id(), id -> new Count(tally.name()));
                count.articles += tally.articles();
                tally.samples().stream().limit(SAMPLES - count.samples.size()).forEach(count.samples::add);
            }
        }
        return sorted(counts);
    }

    private static List<ReplayChanges.Tally> sorted(Map<String, Count> counts) {
        return counts.entrySet().stream()
                .map(each -> new ReplayChanges.Tally(
                        each.getKey(), each.getValue().name, each.getValue().articles, each.getValue().samples))
                .sorted(Comparator.comparing(ReplayChanges.Tally::articles)
                        .reversed()
                        .thenComparing(ReplayChanges.Tally::id))
                .limit(LONGEST_LIST)
                .toList();
    }

    private static void differences(
            Map<String, String> before,
            Map<String, String> after,
            Map<String, Count> gained,
            Map<String, Count> lost,
            String article) {
        after.forEach((id, name) -> {
            if (!before.containsKey(id)) {
                count(gained, id, name, article);
            }
        });
        before.forEach((id, name) -> {
            if (!after.containsKey(id)) {
                count(lost, id, name, article);
            }
        });
    }

    private static void count(Map<String, Count> counts, String id, String name, String article) {
        Count count = counts.computeIfAbsent(id, key -> new Count(name));
        count.articles++;
        if (count.samples.size() < SAMPLES) {
            count.samples.add(article);
        }
    }

    private static Map<String, String> entities(EnrichedArticle article) {
        Map<String, String> names = new LinkedHashMap<>();
        for (ArticleEntity entity : article.entities()) {
            names.put(entity.id(), entity.name());
        }
        return names;
    }

    private static Map<String, String> topics(EnrichedArticle article) {
        Map<String, String> names = new LinkedHashMap<>();
        for (ArticleTopic topic : article.topics()) {
            names.put(topic.id(), topic.name());
        }
        return names;
    }

    private static String language(EnrichedArticle article) {
        return article.language() == null ? "none" : article.language().tag();
    }

    private static Map<String, Function<EnrichedArticle, @Nullable Object>> fields() {
        Map<String, Function<EnrichedArticle, @Nullable Object>> fields = new LinkedHashMap<>();
        fields.put("language", EnrichedArticle::language);
        fields.put("mentions", EnrichedArticle::mentions);
        fields.put("entities", EnrichedArticle::entities);
        fields.put("topics", EnrichedArticle::topics);
        fields.put("quotes", EnrichedArticle::quotes);
        fields.put("geography", EnrichedArticle::geography);
        fields.put("dates", EnrichedArticle::dates);
        fields.put("figures", EnrichedArticle::figures);
        fields.put("signature", EnrichedArticle::signature);
        fields.put("reading", EnrichedArticle::reading);
        fields.put("failures", EnrichedArticle::failures);
        return fields;
    }
}
