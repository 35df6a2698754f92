package dateline.query.compare;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dateline.query.attention.Attention;
import dateline.query.attention.AttentionCounts;
import dateline.query.attention.AttentionCounts.Extent;
import dateline.query.attention.Bars;
import dateline.query.attention.Chart;
import dateline.query.compare.Comparison.Series;
import dateline.query.search.ArticleQuery;
import dateline.query.search.FoundArticles;
import dateline.query.search.FoundArticles.Count;
import dateline.query.search.SearchUnavailable;
import dateline.query.search.Tally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Puts queries beside each other. */
@Service
public class Comparisons {
    private final FoundArticles articles;
    private final AttentionCounts attention;

    Comparisons(FoundArticles articles, AttentionCounts attention) {
        this.articles = articles;
        this.attention = attention;
    }

    /**
     * One of the queries.
     *
     * @param text its parameters, as given
     * @param articles what they ask for
     */
    public record Part(String text, ArticleQuery articles) {}

    /**
     * Compares.
     *
     * @param common what all of them ask for, too
     * @throws SearchUnavailable if Elasticsearch can not answer
     * @throws dateline.query.search.InvalidParameter if there would be too many bars
     */
    public Comparison compare(ArticleQuery common, List<Part> parts, Chart chart) {
        Query shared = articles.query(common);
        List<Query> found = parts.stream()
                .map(part -> FoundArticles.all(shared, articles.query(part.articles())))
                .toList();
        Query any = Query.of(query -> query.bool(bool -> bool.should(found).minimumShouldMatch("1")));
        Extent extent = attention.extent(any);
        Bars bars = attention.bars(common, extent, chart);
        List<long[]> counts = bars.size() == 0 ? List.of() : counts(common, found, chart, bars);
        List<Tally> totals = totals(found);
        long sum = totals.stream().mapToLong(Tally::total).sum();
        long independentSum = totals.stream().mapToLong(Tally::independent).sum();
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Tally total = totals.get(i);
            series.add(new Series(
                    parts.get(i).text(),
                    total.total(),
                    total.independent(),
                    Attention.share(total.total(), sum),
                    Attention.share(total.independent(), independentSum),
                    overlap(total, parts.size()),
                    counts.isEmpty() ? new long[0] : counts.get(2 * i),
                    counts.isEmpty() ? new long[0] : counts.get(2 * i + 1)));
        }
        return new Comparison(
                bars.interval(),
                bars.zone().getId(),
                bars.edges(),
                counts.isEmpty() ? new long[0] : counts.get(2 * parts.size()),
                counts.isEmpty() ? new long[0] : counts.get(2 * parts.size() + 1),
                extent.total(),
                series);
    }

    /** For each query its bars, raw and without reprints, then those of all there is. */
    private List<long[]> counts(ArticleQuery common, List<Query> found, Chart chart, Bars bars) {
        List<Query> queries = new ArrayList<>();
        for (Query query : found) {
            queries.add(query);
            queries.add(FoundArticles.all(query, FoundArticles.independent()));
        }
        Query all = attention.coverage(common, chart, bars);
        queries.add(all);
        queries.add(FoundArticles.all(all, FoundArticles.independent()));
        return attention.count(bars, queries);
    }

    private List<Tally> totals(List<Query> found) {
        Map<String, Aggregation> by = new HashMap<>(Tally.independentOnly());
        for (int i = 0; i < found.size(); i++) {
            Query other = found.get(i);
            by.put("with-" + i, Aggregation.of(with -> with.filter(other)));
        }
        return articles.count(found.stream().map(query -> new Count(query, by)).toList());
    }

    private static long[] overlap(Tally tally, int queries) {
        long[] overlap = new long[queries];
        for (int i = 0; i < queries; i++) {
            overlap[i] = tally.count("with-" + i);
        }
        return overlap;
    }
}
