package dateline.query.dashboard;

import dateline.query.search.ArticlePage;
import dateline.query.search.Facet;
import dateline.query.search.FacetBounds;
import dateline.query.search.FacetValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What found articles can be narrowed by: a facet with its first values and the others. */
public record FacetView(String id, String title, List<ValueView> values, List<ValueView> others) {
    private static final Map<Facet, String> SHOWN = new EnumMap<>(Map.of(
            Facet.PERSON, "People",
            Facet.ORGANISATION, "Organisations",
            Facet.PLACE, "Places",
            Facet.TOPIC, "Topics",
            Facet.OUTLET, "Outlets",
            Facet.LANGUAGE, "Languages"));
    private static final int SHOWN_VALUES = 6;

    /** A facet's value; the link takes it in or, if it is chosen, out. */
    public record ValueView(String id, String label, String count, boolean chosen, String link) {}

    /** What to count for all of them, in the API's words. */
    static String asked() {
        return asked(SHOWN.keySet());
    }

    static String asked(Collection<Facet> facets) {
        return facets.stream().map(Facet::label).collect(Collectors.joining(","));
    }

    /** Whether their counts are of a sample, and how large that is; none if all articles were counted. */
    static @Nullable String sample(ArticlePage page) {
        return page.facetBounds().values().stream()
                .filter(FacetBounds::sampled)
                .findFirst()
                .map(bounds -> "≈ estimated from a random sample of "
                        + Wording.number(Math.round(page.total() * bounds.share())) + " articles")
                .orElse(null);
    }

    static List<FacetView> all(PageAddress address, ArticlePage page) {
        List<FacetView> views = new ArrayList<>();
        for (Facet facet : Facet.values()) {
            String title = SHOWN.get(facet);
            long error = error(page, facet);
            List<ValueView> values = named(page, facet).stream()
                    .map(value -> value(address, facet, value, error))
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

    /** By how much a count of this facet may be off. */
    static long error(ArticlePage page, Facet facet) {
        FacetBounds bounds = page.facetBounds().get(facet.label());
        return bounds == null ? 0 : bounds.error();
    }

    private static ValueView value(PageAddress address, Facet facet, FacetValue value, long error) {
        boolean chosen = address.has(facet.parameter(), value.value());
        return new ValueView(
                facet.label() + "-" + Integer.toHexString(value.value().hashCode()),
                value.label(),
                Wording.about(value.count(), error),
                chosen,
                chosen
                        ? address.without(facet.parameter(), value.value())
                        : address.with(facet.parameter(), value.value()));
    }
}
