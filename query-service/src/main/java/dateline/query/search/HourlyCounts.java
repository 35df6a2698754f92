package dateline.query.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.DateHistogramBucket;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import dateline.query.index.IndexSettings;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Counts what a query finds by the hour it was published in. */
@Component
public class HourlyCounts {
    private final ElasticsearchClient client;
    private final ArticleSearch search;
    private final String alias;

    HourlyCounts(ElasticsearchClient client, ArticleSearch search, IndexSettings index) {
        this.client = client;
        this.search = search;
        this.alias = index.alias();
    }

    /**
     * The counts of hours that follow each other.
     *
     * @param first the first hour's beginning
     * @throws SearchUnavailable if Elasticsearch can not answer
     */
    public long[] of(ArticleQuery asked, Instant first, int hours) {
        Period period = new Period(first, first.plus(hours, ChronoUnit.HOURS));
        var query = search.query(asked.with(asked.filters().publishedIn(period)));
        return ElasticsearchAnswers.ask(() -> {
            SearchResponse<Void> response = client.search(
                    request -> request.index(alias)
                            .size(0)
                            .query(query)
                            .trackTotalHits(total -> total.enabled(false))
                            .aggregations(
                                    "hours",
                                    each -> each.dateHistogram(histogram -> histogram
                                            .field(QueryTranslator.PUBLISHED)
                                            .fixedInterval(interval -> interval.time("1h"))
                                            .minDocCount(1))),
                    Void.class);
            long[] counts = new long[hours];
            Aggregate found = response.aggregations().get("hours");
            if (found != null) {
                for (DateHistogramBucket bucket :
                        found.dateHistogram().buckets().array()) {
                    long hour = ChronoUnit.HOURS.between(first, Instant.ofEpochMilli(bucket.key()));
                    if (hour >= 0 && hour < hours) {
                        counts[(int) hour] = bucket.docCount();
                    }
                }
            }
            return counts;
        });
    }
}
