package dateline.query.geography;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dateline.query.geography.Places.Point;
import dateline.query.index.MapPoint;
import dateline.query.search.CountryNames;
import dateline.query.search.FoundArticles;
import dateline.query.search.SearchUnavailable;
import dateline.query.search.Tally;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Counts articles by where they play. */
@Service
public class PlaceCounts {
    /** More than there are. */
    static final int MOST_COUNTRIES = 300;

    private final FoundArticles articles;

    PlaceCounts(FoundArticles articles) {
        this.articles = articles;
    }

    /**
     * Counts.
     *
     * @param found which articles
     * @param size how many places, at most
     * @throws SearchUnavailable if Elasticsearch can not answer
     */
    public Places places(Query found, int size) {
        Tally tally = articles.count(
                found,
                Map.of(
                        "countries", Tally.by("countries", MOST_COUNTRIES),
                        "located",
                                Aggregation.of(located ->
                                        located.filter(filter -> filter.exists(exists -> exists.field("countries")))),
                        "points", Tally.by("points", size)));
        Map<String, Point> points = new LinkedHashMap<>();
        for (StringTermsBucket bucket : tally.buckets("points")) {
            Tally counted = Tally.of(bucket);
            // A place that was moved or renamed in between is two terms; the more frequent one is shown.
            MapPoint.of(bucket.key().stringValue())
                    .ifPresent(point -> points.merge(
                            point.entityId(),
                            new Point(
                                    point.entityId(),
                                    point.name(),
                                    point.latitude(),
                                    point.longitude(),
                                    counted.total(),
                                    counted.independent()),
                            PlaceCounts::sum));
        }
        List<Point> most = points.values().stream()
                .sorted(Comparator.comparingLong(Point::articles).reversed())
                .toList();
        return new Places(
                tally.total(),
                tally.count("located"),
                CountryNames.named(tally.counted("countries")),
                most,
                tally.left("points"));
    }

    private static Point sum(Point shown, Point other) {
        return new Point(
                shown.id(),
                shown.name(),
                shown.latitude(),
                shown.longitude(),
                shown.articles() + other.articles(),
                shown.independent() + other.independent());
    }
}
