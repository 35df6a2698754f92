package dateline.query.dashboard;

import dateline.query.search.ArticlePage;
import dateline.query.search.Facet;
import dateline.query.search.FacetValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What found articles can be narrowed by: a facet with its first values and the others. */
record FacetView(String id, String title, List<ValueView> values, List<ValueView> others) {
    private static final Map<Facet, String> SHOWN = Map.of(
            Facet.PERSON, "People",
            Facet.ORGANISATION, "Organisations",
            Facet.PLACE, "Places",
            Facet.TOPIC, "Topics",
            Facet.OUTLET, "Outlets",
            Facet.LANGUAGE, "Languages");
    private static final int SHOWN_VALUES = 6;

    /** A facet's value; the link takes it in or, if it is chosen, out. */
    record ValueView(String id, String label, String count, boolean chosen, String link) {}

    static List<FacetView> all(PageAddress address, ArticlePage page) {
        List<FacetView> views = new ArrayList<>();
        for (Facet facet : Facet.values()) {
            String title = SHOWN.get(facet);
            List<ValueView> values = named(page, facet).stream()
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

    /** A facet's values that have a name: of a topic only narrower ones may have been found, and an id tells nothing. */
    static List<FacetValue> named(ArticlePage page, Facet facet) {
        return page.facets().getOrDefault(facet.label(), List.of()).stream()
                .filter(value -> facet != Facet.TOPIC || !value.label().equals(value.value()))
                .toList();
    }

    private static ValueView value(PageAddress address, Facet facet, FacetValue value) {
        boolean chosen = address.has(facet.parameter(), value.value());
        return new ValueView(
                facet.label() + "-" + Integer.toHexString(value.value().hashCode()),
                value.label(),
                Wording.number(value.count()),
                chosen,
                chosen
                        ? address.without(facet.parameter(), value.value())
                        : address.with(facet.parameter(), value.value()));
    }
}
