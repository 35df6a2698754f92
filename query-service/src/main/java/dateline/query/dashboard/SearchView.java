package dateline.query.dashboard;

import dateline.query.search.ArticleItem;
import dateline.query.search.ArticlePage;
import dateline.query.search.Facet;
import dateline.query.search.FacetValue;
import dateline.query.search.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that the search page shows.
 *
 * @param q what was searched for
 * @param from first day, for the form
 * @param to last day, for the form
 * @param sort the order asked for
 * @param kept filters that the form must keep though it does not show them
 * @param filters what narrows the results, each with the way to take it away
 * @param total how many articles there are
 * @param results those of this page
 * @param facets what they can be narrowed by
 * @param timeline when they were published
 * @param next the next page, if there is one
 * @param first the first page, if this is not it
 * @param api the same question to the API
 * @param notice what went wrong, if something did
 */
record SearchView(
        String q,
        String from,
        String to,
        String sort,
        List<Kept> kept,
        List<Filter> filters,
        long total,
        List<Result> results,
        List<FacetView> facets,
        @Nullable TimelineView timeline,
        @Nullable String next,
        @Nullable String first,
        String api,
        @Nullable String notice) {
    private static final List<String> FILTERS = List.of("entity", "topic", "outlet", "language");
    private static final Map<Facet, String> SHOWN_FACETS = Map.of(
            Facet.PERSON, "People",
            Facet.ORGANISATION, "Organisations",
            Facet.PLACE, "Places",
            Facet.TOPIC, "Topics",
            Facet.OUTLET, "Outlets",
            Facet.LANGUAGE, "Languages");
    private static final int SHOWN_VALUES = 6;
    private static final int SHOWN_ENTITIES = 6;

    /** A value the form sends along. */
    record Kept(String name, String value) {}

    /** Something that narrows the results. */
    record Filter(String kind, String label, String without) {}

    /** A facet with its first values and the others. */
    record FacetView(String id, String title, List<ValueView> values, List<ValueView> others) {}

    /** A facet's value; the link takes it in or, if it is chosen, out. */
    record ValueView(String label, String count, boolean chosen, String link) {}

    /** A found article. */
    record Result(
            String link,
            MarkedText title,
            String outlet,
            String outletLink,
            ShownTime published,
            boolean revised,
            @Nullable String language,
            MarkedText snippet,
            List<Tag> entities) {}

    /** An entity or topic to go on with. */
    record Tag(String kind, String name, String link) {}

    /** Whether anything narrows the results, so that finding nothing does not mean there is nothing. */
    public boolean isNarrowed() {
        return !q.isEmpty() || !from.isEmpty() || !to.isEmpty() || !filters.isEmpty();
    }

    /** The number of articles in words. */
    public String totalText() {
        return Wording.articles(total);
    }

    static SearchView of(PageAddress address, ArticlePage page, Timeline timeline) {
        return view(
                address,
                filters(address, page),
                page.total(),
                page.items().stream().map(item -> result(address, item)).toList(),
                facets(address, page),
                timeline.bars().isEmpty() ? null : TimelineView.of(timeline, address),
                page.next() == null ? null : address.next(page.next()),
                null);
    }

    /** The page when the question could not be answered. */
    static SearchView failed(PageAddress address, String notice) {
        ArticlePage nothing = new ArticlePage(0, List.of(), Map.of(), null);
        return view(address, filters(address, nothing), 0, List.of(), List.of(), null, null, notice);
    }

    private static SearchView view(
            PageAddress address,
            List<Filter> filters,
            long total,
            List<Result> results,
            List<FacetView> facets,
            @Nullable TimelineView timeline,
            @Nullable String next,
            @Nullable String notice) {
        return new SearchView(
                address.first("q"),
                day(address.first("from")),
                day(address.first("to")),
                address.first("sort"),
                kept(address),
                filters,
                total,
                results,
                facets,
                timeline,
                next,
                address.first("next").isEmpty() ? null : address.firstPage(),
                address.api(),
                notice);
    }

    private static String day(String date) {
        return date.length() > 10 ? date.substring(0, 10) : date;
    }

    private static List<Kept> kept(PageAddress address) {
        List<Kept> kept = new ArrayList<>();
        for (String name : FILTERS) {
            address.all(name).forEach(value -> kept.add(new Kept(name, value)));
        }
        return kept;
    }

    private static List<Filter> filters(PageAddress address, ArticlePage page) {
        List<Filter> filters = new ArrayList<>();
        for (String name : FILTERS) {
            for (String value : address.all(name)) {
                filters.add(new Filter(name, label(page, name, value), address.without(name, value)));
            }
        }
        for (String name : List.of("from", "to")) {
            for (String value : address.all(name)) {
                filters.add(new Filter(name, value, address.without(name, value)));
            }
        }
        return filters;
    }

    private static String label(ArticlePage page, String parameter, String value) {
        for (Facet facet : Facet.values()) {
            for (FacetValue candidate : page.facets().getOrDefault(facet.label(), List.of())) {
                if (facet.parameter().equals(parameter) && candidate.value().equals(value)) {
                    return candidate.label();
                }
            }
        }
        return value;
    }

    private static List<FacetView> facets(PageAddress address, ArticlePage page) {
        List<FacetView> views = new ArrayList<>();
        for (Facet facet : Facet.values()) {
            String title = SHOWN_FACETS.get(facet);
            List<ValueView> values = page.facets().getOrDefault(facet.label(), List.of()).stream()
                    // A topic of which only narrower ones were found has no name yet; an id tells a reader nothing.
                    .filter(value -> facet != Facet.TOPIC || !value.label().equals(value.value()))
                    .map(value -> value(address, facet, value))
                    .toList();
            if (title != null && !values.isEmpty()) {
                int shown = Math.min(SHOWN_VALUES, values.size());
                views.add(new FacetView(
                        "facet-" + facet.label(),
                        title,
                        values.subList(0, shown),
                        values.subList(shown, values.size())));
            }
        }
        return views;
    }

    private static ValueView value(PageAddress address, Facet facet, FacetValue value) {
        boolean chosen = address.has(facet.parameter(), value.value());
        return new ValueView(
                value.label(),
                Wording.number(value.count()),
                chosen,
                chosen
                        ? address.without(facet.parameter(), value.value())
                        : address.with(facet.parameter(), value.value()));
    }

    private static Result result(PageAddress address, ArticleItem item) {
        return new Result(
                "/articles/" + item.id(),
                MarkedText.ofMatches(item.title().isBlank() ? "Untitled" : item.title(), item.titleMatches()),
                item.outlet().name(),
                address.withOnly("outlet", item.outlet().id()),
                ShownTime.of(item.published()),
                item.revision() > 1,
                item.language(),
                MarkedText.ofMatches(item.snippet().text(), item.snippet().matches()),
                item.entities().stream()
                        .limit(SHOWN_ENTITIES)
                        .map(entity -> new Tag(
                                Wording.words(entity.type()),
                                entity.name(),
                                address.has("entity", entity.id())
                                        ? address.firstPage()
                                        : address.with("entity", entity.id())))
                        .toList());
    }
}
