package dateline.query.about;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dateline.query.about.Companions.Companion;
import dateline.query.search.FoundArticles;
import dateline.query.search.FoundArticles.Count;
import dateline.query.search.Kind;
import dateline.query.search.SearchUnavailable;
import dateline.query.search.Tally;
import dateline.query.search.Tally.Counted;
import dateline.query.significance.Association;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds who is named together with an entity more often than chance explains. */
@Service
public class CompanionCounts {
    /** Those named with it most often are looked at, so many; whoever meets it more rarely is not found. */
    private static final int CONSIDERED = 500;

    private final FoundArticles articles;

    CompanionCounts(FoundArticles articles) {
        this.articles = articles;
    }

    /**
     * Finds them.
     *
     * @param among which articles count
     * @param of entities of which kind
     * @param order what comes first
     * @param least in how many articles both must be named
     * @param size how many, at most
     * @throws SearchUnavailable if Elasticsearch can not answer
     */
    public Companions companions(String entityId, Query among, Kind of, Order order, int least, int size) {
        List<Tally> tallies = articles.count(List.of(
                new Count(among, Map.of()),
                new Count(
                        FoundArticles.all(among, FoundArticles.having(EntityProfiles.ENTITY, entityId)),
                        Map.of("with", Tally.by(of.field(), CONSIDERED)))));
        long all = tallies.get(0).total();
        long articlesOfEntity = tallies.get(1).total();
        List<Counted> candidates = of.counted(tallies.get(1), "with").stream()
                .filter(counted -> counted.articles() >= least && !counted.id().equals(entityId))
                .toList();
        Map<String, Long> totals =
                totals(among, of, candidates.stream().map(Counted::id).toList());
        List<Companion> companions = candidates.stream()
                .map(counted -> companion(counted, articlesOfEntity, totals.getOrDefault(counted.id(), 0L), all))
                .filter(Objects::nonNull)
                .sorted(order.comparator())
                .limit(size)
                .toList();
        return new Companions(all, articlesOfEntity, candidates.size(), companions);
    }

    private static @Nullable Companion companion(Counted counted, long ofEntity, long ofOther, long all) {
        // The two were counted one after the other, and articles came in between.
        long other = Math.max(ofOther, counted.articles());
        Association association = Association.of(counted.articles(), ofEntity, other, Math.max(all, other));
        return association.isPositive()
                ? new Companion(
                        counted.id(),
                        counted.label(),
                        counted.articles(),
                        other,
                        association.strength(),
                        association.significance())
                : null;
    }

    /** In how many articles each of these is named. */
    public Map<String, Long> totals(Query among, Kind of, Collection<String> ids) {
        Map<String, Long> totals = new HashMap<>();
        if (ids.isEmpty()) {
            return totals;
        }
        Tally tally = articles.count(
                among,
                Map.of(
                        "ids",
                        Aggregation.of(aggregation -> aggregation.terms(terms -> terms.field(of.idField())
                                .size(ids.size())
                                .include(include -> include.terms(List.copyOf(ids)))))));
        for (StringTermsBucket bucket : tally.buckets("ids")) {
            totals.put(bucket.key().stringValue(), bucket.docCount());
        }
        return totals;
    }

    /** What comes first. */
    public enum Order {
        /** What is surest to be no chance. */
        SIGNIFICANCE,
        /** What is most seldom apart. */
        STRENGTH,
        /** What is most often together. */
        COUNT;

        Comparator<Companion> comparator() {
            Comparator<Companion> comparator = switch (this) {
                case SIGNIFICANCE -> Comparator.comparingDouble(Companion::significance);
                case STRENGTH -> Comparator.comparingDouble(Companion::strength);
                case COUNT -> Comparator.comparingLong(Companion::together);
            };
            return comparator.reversed().thenComparing(Companion::id);
        }
    }
}
