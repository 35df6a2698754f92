package dateline.query.dashboard;

import dateline.query.dashboard.RankRow.Ranked;
import dateline.query.rising.Trends;
import dateline.query.rising.Trends.Trend;
import dateline.query.search.ArticlePage;
import dateline.query.search.Facet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All that the overview shows.
 *
 * @param total the number of articles, in words
 * @param narrowed whether anything narrows them
 * @param anyTime the same page without bounds of time
 * @param chart when they were published
 * @param rising what is named more than before, with what it is compared to; none where the time has no beginning
 * @param panels whom and what they name most
 * @param sample what the panels' counts are of, if not of all articles
 * @param latest the newest articles
 * @param links to go on with
 */
public record OverviewView(
        String total,
        boolean narrowed,
        String anyTime,
        @Nullable ChartView chart,
        @Nullable Rising rising,
        List<Panel> panels,
        @Nullable String sample,
        List<ResultView> latest,
        Links links) {
    private static final int ROWS = 8;
    private static final Map<Facet, String> PANELS = new EnumMap<>(Map.of(
            Facet.PERSON, "People",
            Facet.ORGANISATION, "Organisations",
            Facet.PLACE, "Places",
            Facet.TOPIC, "Topics",
            Facet.OUTLET, "Outlets"));

    /** What to count for it, in the API's words. */
    static String asked() {
        return FacetView.asked(PANELS.keySet());
    }

    /** The most frequent of one kind. */
    public record Panel(String id, String title, List<RankRow> rows) {}

    /** What rises, and since when. */
    public record Rising(String compared, List<RankRow> entities, List<RankRow> topics) {}

    static OverviewView of(PageAddress address, ArticlePage page, @Nullable ChartView chart, @Nullable Rising rising) {
        return new OverviewView(
                Wording.articles(page.total()),
                !address.values().isEmpty(),
                address.in(TimeRange.ALWAYS),
                chart,
                rising,
                panels(address, page),
                FacetView.sample(page),
                page.items().stream().map(item -> ResultView.of(address, item)).toList(),
                Links.of(address));
    }

    static @Nullable Rising rising(PageAddress address, @Nullable Trends entities, @Nullable Trends topics) {
        if (entities == null || topics == null) {
            return null;
        }
        String compared = "compared with " + ShownTime.day(entities.baseline().from()) + " – "
                + ShownTime.day(entities.baseline().until());
        return new Rising(compared, rows(entities, address::entity), rows(topics, id -> address.to("/", "topic", id)));
    }

    private static List<RankRow> rows(Trends trends, Function<String, String> link) {
        return RankRow.of(
                trends.rising().stream().limit(ROWS).map(OverviewView::ranked).toList(), link);
    }

    private static Ranked ranked(Trend trend) {
        String times = trend.ratio() == null ? "new" : String.format(Locale.ENGLISH, "%.1f×", trend.ratio());
        return new Ranked(trend.id(), trend.label(), trend.articles(), times);
    }

    private static List<Panel> panels(PageAddress address, ArticlePage page) {
        List<Panel> panels = new ArrayList<>();
        PANELS.forEach((facet, title) -> add(panels, address, page, facet, title));
        return panels;
    }

    private static void add(List<Panel> panels, PageAddress address, ArticlePage page, Facet facet, String title) {
        long error = FacetView.error(page, facet);
        List<Ranked> values = FacetView.named(page, facet).stream()
                .limit(ROWS)
                .map(value -> new Ranked(value.value(), value.label(), value.count(), error, null))
                .toList();
        if (!values.isEmpty()) {
            Function<String, String> link =
                    facet.parameter().equals("entity") ? address::entity : id -> address.to("/", facet.parameter(), id);
            panels.add(new Panel("panel-" + facet.label(), title, RankRow.of(values, link)));
        }
    }
}
