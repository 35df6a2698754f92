package dateline.query.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import co.elastic.clients.elasticsearch._types.aggregations.DateHistogramBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Counts articles by when they were published, in bars as wide as the time from first to last article needs: one wrong
 * date must not make a hundred thousand bars.
 */
final class TimelineQuery {
    private static final int MAX_BARS = 120;

    private final ElasticsearchClient client;
    private final String alias;

    TimelineQuery(ElasticsearchClient client, String alias) {
        this.client = client;
        this.alias = alias;
    }

    Timeline ask(Query query) throws IOException {
        SearchResponse<Void> ends = client.search(
                search -> search.index(alias)
                        .size(0)
                        .query(query)
                        .trackTotalHits(hits -> hits.enabled(true))
                        .aggregations("first", first -> first.min(min -> min.field(QueryTranslator.PUBLISHED)))
                        .aggregations("last", last -> last.max(max -> max.field(QueryTranslator.PUBLISHED))),
                Void.class);
        if (ends.hits().total() == null || ends.hits().total().value() == 0) {
            return new Timeline(Timeline.Interval.DAY, List.of());
        }
        LocalDate first = day(aggregate(ends, "first").min().value());
        LocalDate last = day(aggregate(ends, "last").max().value());
        Timeline.Interval interval = interval(first, last);
        SearchResponse<Void> bars = client.search(
                search -> search.index(alias)
                        .size(0)
                        .query(query)
                        .trackTotalHits(hits -> hits.enabled(false))
                        .aggregations(
                                "bars",
                                bar -> bar.dateHistogram(histogram -> histogram
                                        .field(QueryTranslator.PUBLISHED)
                                        .calendarInterval(calendar(interval))
                                        .minDocCount(1))),
                Void.class);
        return new Timeline(
                interval,
                withoutGaps(
                        interval,
                        aggregate(bars, "bars").dateHistogram().buckets().array()));
    }

    private static Aggregate aggregate(SearchResponse<?> response, String name) {
        return Objects.requireNonNull(response.aggregations().get(name), name);
    }

    static Timeline.Interval interval(LocalDate first, LocalDate last) {
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        if (days <= MAX_BARS) {
            return Timeline.Interval.DAY;
        }
        if (days <= MAX_BARS * 7L) {
            return Timeline.Interval.WEEK;
        }
        return days <= MAX_BARS * 31L ? Timeline.Interval.MONTH : Timeline.Interval.YEAR;
    }

    private static List<Timeline.Bar> withoutGaps(Timeline.Interval interval, List<DateHistogramBucket> buckets) {
        List<Timeline.Bar> bars = new ArrayList<>();
        for (DateHistogramBucket bucket : buckets) {
            LocalDate from = day(bucket.key());
            while (!bars.isEmpty() && bars.getLast().to().plusDays(1).isBefore(from)) {
                bars.add(interval.bar(bars.getLast().to().plusDays(1), 0));
            }
            bars.add(interval.bar(from, bucket.docCount()));
        }
        // Years may still be many, if a date is far off; the newest are shown.
        return bars.size() > MAX_BARS ? bars.subList(bars.size() - MAX_BARS, bars.size()) : bars;
    }

    private static CalendarInterval calendar(Timeline.Interval interval) {
        return switch (interval) {
            case DAY -> CalendarInterval.Day;
            case WEEK -> CalendarInterval.Week;
            case MONTH -> CalendarInterval.Month;
            case YEAR -> CalendarInterval.Year;
        };
    }

    private static LocalDate day(double millis) {
        return day((long) millis);
    }

    private static LocalDate day(long millis) {
        return Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC).toLocalDate();
    }
}
