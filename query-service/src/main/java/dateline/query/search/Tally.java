package dateline.query.search;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.DateHistogramBucket;
import co.elastic.clients.elasticsearch._types.aggregations.MultiBucketBase;
import co.elastic.clients.elasticsearch._types.aggregations.RangeBucket;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import dateline.query.index.Names;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was counted, as read from Elasticsearch's answer.
 *
 * @param total how many articles there are
 * @param counts what they were counted by
 */
public record Tally(long total, Map<String, Aggregate> counts) {
    private static final String INDEPENDENT = "independent";

    /** What is counted in a bucket. */
    public static Tally of(MultiBucketBase bucket) {
        return new Tally(bucket.docCount(), bucket.aggregations());
    }

    /** Counts by a field's values, the most frequent first, and of each those that are no reprints. */
    public static Aggregation by(String field, int size) {
        return Aggregation.of(aggregation ->
                aggregation.terms(terms -> terms.field(field).size(size)).aggregations(INDEPENDENT, onlyIndependent()));
    }

    /** Counts those that are no reprints; read by {@link #independent()}. */
    public static Map<String, Aggregation> independentOnly() {
        return Map.of(INDEPENDENT, onlyIndependent());
    }

    private static Aggregation onlyIndependent() {
        return Aggregation.of(aggregation -> aggregation.filter(FoundArticles.independent()));
    }

    /** How many are no reprints, where that was asked for, else how many there are. */
    public long independent() {
        Aggregate aggregate = counts.get(INDEPENDENT);
        return aggregate == null ? total : aggregate.filter().docCount();
    }

    /** How many met a condition. */
    public long count(String name) {
        return aggregate(name).map(aggregate -> aggregate.filter().docCount()).orElse(0L);
    }

    /** A time, if any article has one. */
    public Optional<Instant> earliest(String name) {
        return aggregate(name).flatMap(aggregate -> instant(aggregate.min().value()));
    }

    /** A time, if any article has one. */
    public Optional<Instant> latest(String name) {
        return aggregate(name).flatMap(aggregate -> instant(aggregate.max().value()));
    }

    /** A sum over all articles. */
    public long sum(String name) {
        return aggregate(name)
                .map(aggregate -> aggregate.sum().value())
                .map(value -> value == null ? 0L : Math.round(value))
                .orElse(0L);
    }

    /** How many different values there are; above 10,000 about that many. */
    public long different(String name) {
        return aggregate(name).map(aggregate -> aggregate.cardinality().value()).orElse(0L);
    }

    /** The bars that are not empty. */
    public List<DateHistogramBucket> bars(String name) {
        return aggregate(name)
                .map(aggregate -> aggregate.dateHistogram().buckets().array())
                .orElse(List.of());
    }

    /** Spans of time that were asked for. */
    public List<RangeBucket> ranges(String name) {
        return aggregate(name)
                .map(aggregate -> aggregate.dateRange().buckets().array())
                .orElse(List.of());
    }

    /** A field's values. */
    public List<StringTermsBucket> buckets(String name) {
        // Without any value in the index, the field has no type that the answer could have.
        return aggregate(name)
                .filter(Aggregate::isSterms)
                .map(aggregate -> aggregate.sterms().buckets().array())
                .orElse(List.of());
    }

    /** How many values' articles were left out, since fewer values were asked for than there are. */
    public long left(String name) {
        return aggregate(name)
                .filter(Aggregate::isSterms)
                .map(aggregate -> aggregate.sterms().sumOtherDocCount())
                .orElse(0L);
    }

    /** Reads values that are pairs of id and label, adding up what one id has under several labels; the most frequent first. */
    public List<Counted> counted(String name) {
        Map<String, Counted> byId = new LinkedHashMap<>();
        for (StringTermsBucket bucket : buckets(name)) {
            Counted counted = Counted.of(bucket.key().stringValue(), Tally.of(bucket));
            byId.merge(counted.id(), counted, Counted::plus);
        }
        return byId.values().stream()
                .sorted(Comparator.comparingLong(Counted::articles).reversed())
                .toList();
    }

    private Optional<Aggregate> aggregate(String name) {
        return Optional.ofNullable(counts.get(name));
    }

    private static Optional<Instant> instant(@org.jspecify.annotations.Nullable Double millis) {
        return millis == null || !Double.isFinite(millis)
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli(millis.longValue()));
    }

    /**
     * How many articles have a value.
     *
     * @param id what to filter by
     * @param label what to show
     * @param articles how many
     * @param independent how many of them are no reprints
     */
    public record Counted(String id, String label, long articles, long independent) {
        /** Reads a pair of id and label. */
        public static Counted of(String pair, Tally tally) {
            int separator = pair.indexOf(Names.SEPARATOR);
            String id = separator < 0 ? pair : pair.substring(0, separator);
            String label = separator < 0 ? "" : pair.substring(separator + 1);
            return new Counted(id, label.isEmpty() ? id : label, tally.total(), tally.independent());
        }

        /** The same under another label. */
        public Counted labelled(String other) {
            return new Counted(id, other, articles, independent);
        }

        Counted plus(Counted other) {
            return new Counted(
                    id,
                    label.equals(id) ? other.label : label,
                    articles + other.articles,
                    independent + other.independent);
        }
    }
}
