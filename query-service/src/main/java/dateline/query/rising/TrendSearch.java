package dateline.query.rising;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.DateRangeExpression;
import co.elastic.clients.elasticsearch._types.aggregations.RangeBucket;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dateline.query.rising.Trends.Span;
import dateline.query.rising.Trends.Trend;
import dateline.query.search.FoundArticles;
import dateline.query.search.FoundArticles.Count;
import dateline.query.search.Kind;
import dateline.query.search.SearchUnavailable;
import dateline.query.search.Tally;
import dateline.query.search.Tally.Counted;
import dateline.query.significance.Rhythm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Finds what is named more often, or less, than before. */
@Service
public class TrendSearch {
    /** The share of chance finds that is accepted, on average. */
    static final double FALSE_DISCOVERY_RATE = 0.05;

    /** Values of each time that are looked at, the most frequent. */
    private static final int CONSIDERED = 1_000;

    /** Of those, the ones whose ups and downs are looked at. */
    private static final int CLOSER = 300;

    private static final int FREQUENT = 100;

    private static final String VALUES = "values";
    private static final String SLICES = "slices";
    private static final String DIFFERENT = "different";

    private final FoundArticles articles;

    TrendSearch(FoundArticles articles) {
        this.articles = articles;
    }

    /** The last moment, up to now, that these articles reach. */
    public Instant end(Query found, Instant now) {
        return articles.count(
                        FoundArticles.all(found, FoundArticles.published(null, now)),
                        Map.of("last", Aggregation.of(last -> last.max(max -> max.field("published.at")))))
                .latest("last")
                .map(last -> last.plusMillis(1))
                .orElse(now);
    }

    /**
     * Finds it.
     *
     * @param found which articles, whenever they were published
     * @param of what may rise or fall
     * @param least articles that a value must have in the window, or would have if nothing had changed
     * @param size how many rising and how many falling values, at most
     * @throws SearchUnavailable if Elasticsearch can not answer
     */
    public Trends trends(Query found, Window window, Kind of, int least, int size) {
        Query now = FoundArticles.all(found, FoundArticles.published(window.from(), window.until()));
        Query before = FoundArticles.all(found, FoundArticles.published(window.start(), window.from()));
        Query both = FoundArticles.all(found, FoundArticles.published(window.start(), window.until()));
        Aggregation values = Aggregation.of(aggregation ->
                aggregation.terms(terms -> terms.field(of.field()).size(CONSIDERED)));
        Aggregation different =
                Aggregation.of(aggregation -> aggregation.cardinality(number -> number.field(of.idField())));
        List<Tally> tallies = articles.count(List.of(
                new Count(now, Map.of(VALUES, values)),
                new Count(before, Map.of(VALUES, values)),
                new Count(both, Map.of(DIFFERENT, different))));
        long articlesNow = tallies.get(0).total();
        long articlesBefore = tallies.get(1).total();
        List<Candidate> candidates = List.of();
        List<Trend> trends = List.of();
        if (articlesNow > 0 && articlesBefore > 0) {
            Map<String, String> labels = new LinkedHashMap<>();
            for (Tally tally : List.of(tallies.get(0), tallies.get(1))) {
                for (Counted counted : of.counted(tally, VALUES)) {
                    labels.putIfAbsent(counted.id(), counted.label());
                }
            }
            candidates = candidates(labels, of, now, before, least);
            trends = Judgement.trends(
                    candidates,
                    tallies.get(2).different(DIFFERENT),
                    rhythms(candidates, of, before, window),
                    FALSE_DISCOVERY_RATE);
        }
        return new Trends(
                new Span(window.from(), window.until(), articlesNow),
                new Span(window.start(), window.from(), articlesBefore),
                Math.max(tallies.get(2).different(DIFFERENT), candidates.size()),
                FALSE_DISCOVERY_RATE,
                trends.stream()
                        .filter(trend -> trend.significance() > 0)
                        .limit(size)
                        .toList(),
                trends.stream()
                        .filter(trend -> trend.significance() < 0)
                        .limit(size)
                        .toList());
    }

    /** Counts by id, since an id may have another label now, and both times, since a value may be frequent in one only. */
    private List<Candidate> candidates(Map<String, String> labels, Kind of, Query now, Query before, int least) {
        Map<String, Aggregation> byId = Map.of(VALUES, among(of, List.copyOf(labels.keySet()), Map.of()));
        List<Tally> tallies = articles.count(List.of(new Count(now, byId), new Count(before, byId)));
        Map<String, Long> countsNow = counts(tallies.get(0));
        Map<String, Long> countsBefore = counts(tallies.get(1));
        long ofNow = tallies.get(0).total();
        long ofBefore = tallies.get(1).total();
        List<Candidate> candidates = new ArrayList<>();
        labels.forEach((id, label) -> {
            Candidate candidate = new Candidate(
                    id, label, countsNow.getOrDefault(id, 0L), ofNow, countsBefore.getOrDefault(id, 0L), ofBefore);
            if (candidate.articles() >= least || candidate.expected() >= least) {
                candidates.add(candidate);
            }
        });
        return candidates;
    }

    private Map<String, Rhythm> rhythms(List<Candidate> candidates, Kind of, Query before, Window window) {
        // Those that may have changed, and the most frequent ones, which tell how uneven things usually are.
        List<String> ids = Stream.concat(
                        candidates.stream()
                                .sorted(Comparator.comparingDouble(Candidate::g2)
                                        .reversed())
                                .limit(CLOSER),
                        candidates.stream()
                                .sorted(Comparator.comparingLong(Candidate::before)
                                        .reversed())
                                .limit(FREQUENT))
                .map(Candidate::id)
                .distinct()
                .toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        Aggregation slices = slices(window.slices());
        Tally tally = articles.count(before, Map.of(SLICES, slices, VALUES, among(of, ids, Map.of(SLICES, slices))));
        long[] all = counts(tally, window.slices().size() - 1);
        Map<String, Rhythm> rhythms = new HashMap<>();
        for (StringTermsBucket bucket : tally.buckets(VALUES)) {
            rhythms.put(bucket.key().stringValue(), Rhythm.of(counts(Tally.of(bucket), all.length), all));
        }
        // What nothing named before has no ups and downs.
        ids.forEach(id -> rhythms.putIfAbsent(id, Rhythm.of(new long[all.length], all)));
        return rhythms;
    }

    private static Aggregation among(Kind of, List<String> ids, Map<String, Aggregation> each) {
        return Aggregation.of(aggregation -> aggregation
                .terms(terms ->
                        terms.field(of.idField()).size(Math.max(1, ids.size())).include(include -> include.terms(ids)))
                .aggregations(each));
    }

    private static Aggregation slices(List<Instant> edges) {
        List<DateRangeExpression> ranges = new ArrayList<>();
        for (int i = 0; i + 1 < edges.size(); i++) {
            String key = Integer.toString(i);
            String from = edges.get(i).toString();
            String to = edges.get(i + 1).toString();
            ranges.add(DateRangeExpression.of(
                    range -> range.key(key).from(value -> value.expr(from)).to(value -> value.expr(to))));
        }
        return Aggregation.of(aggregation ->
                aggregation.dateRange(range -> range.field("published.at").ranges(ranges)));
    }

    private static long[] counts(Tally tally, int slices) {
        long[] counts = new long[slices];
        for (RangeBucket bucket : tally.ranges(SLICES)) {
            counts[Integer.parseInt(String.valueOf(bucket.key()))] = bucket.docCount();
        }
        return counts;
    }

    private static Map<String, Long> counts(Tally tally) {
        Map<String, Long> counts = new HashMap<>();
        tally.buckets(VALUES).forEach(bucket -> counts.put(bucket.key().stringValue(), bucket.docCount()));
        return counts;
    }
}
