package dateline.query.dashboard;

import dateline.query.search.ArticlePage;
import dateline.query.search.Facet;
import dateline.query.search.FacetValue;
import dateline.query.search.Timeline;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the overview shows.
 *
 * @param total the number of articles, in words
 * @param narrowed whether a filter narrows them
 * @param anyTime the same page without bounds of time
 * @param search the search page for the same articles
 * @param chart when they were published
 * @param panels whom and what they name most
 * @param latest the newest articles
 * @param api the same question to the API
 */
record OverviewView(
        String total,
        boolean narrowed,
        String anyTime,
        String search,
        @Nullable ChartView chart,
        List<Panel> panels,
        List<ResultView> latest,
        String api) {
    private static final int ROWS = 8;

    /** The most frequent of one kind. */
    record Panel(String id, String title, List<Row> rows) {}

    /**
     * One of them.
     *
     * @param share of the most frequent one's count, in per cent from 0 to 100
     */
    record Row(String label, String link, String count, int share) {}

    static OverviewView of(PageAddress address, ArticlePage page, Timeline timeline) {
        return new OverviewView(
                Wording.articles(page.total()),
                !address.values().isEmpty(),
                address.in(TimeRange.ALWAYS),
                address.to("/search"),
                timeline.bars().isEmpty() ? null : ChartView.of(timeline, address),
                panels(address, page),
                page.items().stream().map(item -> ResultView.of(address, item)).toList(),
                address.api());
    }

    private static List<Panel> panels(PageAddress address, ArticlePage page) {
        List<Panel> panels = new ArrayList<>();
        add(panels, address, page, Facet.PERSON, "People");
        add(panels, address, page, Facet.ORGANISATION, "Organisations");
        add(panels, address, page, Facet.PLACE, "Places");
        add(panels, address, page, Facet.TOPIC, "Topics");
        add(panels, address, page, Facet.OUTLET, "Outlets");
        return panels;
    }

    private static void add(List<Panel> panels, PageAddress address, ArticlePage page, Facet facet, String title) {
        List<FacetValue> values = FacetView.named(page, facet);
        if (values.isEmpty()) {
            return;
        }
        long most = values.getFirst().count();
        panels.add(new Panel(
                "panel-" + facet.label(),
                title,
                values.stream()
                        .limit(ROWS)
                        .map(value -> new Row(
                                value.label(),
                                link(address, facet, value.value()),
                                Wording.number(value.count()),
                                (int) (100 * value.count() / Math.max(1, most))))
                        .toList()));
    }

    private static String link(PageAddress address, Facet facet, String value) {
        return facet.parameter().equals("entity")
                ? address.entity(value)
                : address.to("/", facet.parameter(), value);
    }
}
