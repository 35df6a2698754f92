package dateline.query.attention;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dateline.query.search.ArticleQuery;
import dateline.query.search.Attribute;
import dateline.query.search.Filters;
import dateline.query.search.FoundArticles;
import dateline.query.search.FoundArticles.Count;
import dateline.query.search.Period;
import dateline.query.search.SearchUnavailable;
import dateline.query.search.Tally;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Counts articles over time. */
@Service
public class AttentionCounts {
    private static final String BARS = "bars";
    /** What tells outlets apart, but not what they write about. */
    private static final Set<Attribute> OUTLETS = Set.of(Attribute.OUTLET, Attribute.TAG, Attribute.LANGUAGE);

    private static final List<String> COARSE = List.of("DAY", "MONTH", "YEAR");

    private final FoundArticles articles;
    private final Clock clock = Clock.systemUTC();

    AttentionCounts(FoundArticles articles) {
        this.articles = articles;
    }

    /**
     * When the articles of a query were published. The bars go from {@code from} to {@code until}, where those are given;
     * else from the first found article to now or, without {@code from}, to the last.
     *
     * @throws SearchUnavailable if Elasticsearch can not answer
     * @throws dateline.query.search.InvalidParameter if there would be too many bars
     */
    public Attention attention(ArticleQuery asked, Chart chart) {
        Query found = articles.query(asked);
        Extent extent = extent(found);
        Bars bars = bars(asked, extent, chart);
        if (bars.size() == 0) {
            return new Attention(
                    bars.interval(),
                    bars.zone().getId(),
                    extent.total(),
                    extent.independent(),
                    extent.dayOnly(),
                    0,
                    List.of());
        }
        Query all = coverage(asked, chart, bars);
        List<long[]> counts = count(
                bars,
                List.of(
                        found,
                        FoundArticles.all(found, FoundArticles.independent()),
                        all,
                        FoundArticles.all(all, FoundArticles.independent())));
        List<Attention.Bar> shown = new ArrayList<>();
        long inBars = 0;
        for (int bar = 0; bar < bars.size(); bar++) {
            inBars += counts.get(0)[bar];
            shown.add(Attention.Bar.of(
                    bars.from(bar),
                    bars.until(bar),
                    counts.get(0)[bar],
                    counts.get(1)[bar],
                    counts.get(2)[bar],
                    counts.get(3)[bar]));
        }
        return new Attention(
                bars.interval(),
                bars.zone().getId(),
                extent.total(),
                extent.independent(),
                extent.dayOnly(),
                Math.max(0, extent.total() - inBars),
                shown);
    }

    /**
     * How many articles there are, and from when to when.
     *
     * @param from when the first was published
     * @param until just after the last was published; the same as {@code from} if there is none
     * @param dayOnly how many have a date without a time
     */
    public record Extent(long total, long independent, long dayOnly, Instant from, Instant until) {}

    /** Measures what a query finds. */
    public Extent extent(Query found) {
        Tally tally = articles.count(
                found,
                Map.of(
                        "first", Aggregation.of(first -> first.min(min -> min.field("published.at"))),
                        "last", Aggregation.of(last -> last.max(max -> max.field("published.at"))),
                        "dayOnly",
                                Aggregation.of(coarse ->
                                        coarse.filter(filter -> filter.terms(terms -> terms.field("published.precision")
                                                .terms(values -> values.value(COARSE.stream()
                                                        .map(FieldValue::of)
                                                        .toList()))))),
                        "independent", Aggregation.of(own -> own.filter(FoundArticles.independent()))));
        Instant first = tally.earliest("first").orElse(Instant.EPOCH);
        return new Extent(
                tally.total(),
                tally.independent(),
                tally.count("dayOnly"),
                first,
                tally.latest("last").map(last -> last.plusMillis(1)).orElse(first));
    }

    /** The bars for these articles. */
    public Bars bars(ArticleQuery asked, Extent extent, Chart chart) {
        Period period = asked.filters().published();
        Instant from = period.from() == null ? extent.from() : period.from();
        Instant until = period.until() != null
                ? period.until()
                : period.from() == null || extent.until().isAfter(clock.instant()) ? extent.until() : clock.instant();
        return Bars.between(from, until, chart.zone(), chart.interval(), extent.dayOnly() * 2 > extent.total());
    }

    /** All there is, or all that these outlets published, in the time of the bars or the part of it that was asked for. */
    public Query coverage(ArticleQuery asked, Chart chart, Bars bars) {
        Period period = asked.filters().published();
        Query time = FoundArticles.published(
                period.from() == null ? bars.edges().getFirst() : period.from(),
                period.until() == null ? bars.edges().getLast() : period.until());
        return switch (chart.of()) {
            case ALL -> time;
            case OUTLETS ->
                FoundArticles.all(time, articles.query(ArticleQuery.EVERYTHING.with(onlyWhere(asked.filters()))));
        };
    }

    private static Filters onlyWhere(Filters filters) {
        Map<Attribute, List<String>> wanted = new HashMap<>(filters.wanted());
        Map<Attribute, List<String>> unwanted = new HashMap<>(filters.unwanted());
        wanted.keySet().retainAll(OUTLETS);
        unwanted.keySet().retainAll(OUTLETS);
        return new Filters(wanted, unwanted, Map.of(), Period.ALWAYS, Period.ALWAYS, null);
    }

    /** For each query, how many articles fall into each bar. */
    public List<long[]> count(Bars bars, List<Query> queries) {
        return articles
                .count(queries.stream()
                        .map(query -> new Count(query, Map.of(BARS, bars.counting())))
                        .toList())
                .stream()
                .map(tally -> bars.counts(tally.bars(BARS)))
                .toList();
    }
}
