package dateline.query.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which articles a page is about: the one bar of time and filters that every page has.
 *
 * @param address the page's state
 * @param ranges the times that end now
 * @param from the first day, if days bound the time
 * @param to the last day, likewise
 * @param kept what the form for days must send along
 * @param chips the filters in use, each with the address of the page without it
 * @param clear the page without any filter
 */
public record FilterBar(
        PageAddress address,
        List<RangeLink> ranges,
        String from,
        String to,
        List<Kept> kept,
        List<Chip> chips,
        String clear) {
    private static final String SEARCH = "/search";
    private static final List<String> FILTERS = List.of("q", "entity", "topic", "outlet", "language");

    /** A time to go to. */
    public record RangeLink(String id, String words, String link, boolean current) {}

    /** A value for a form to send along. */
    public record Kept(String name, String value) {}

    /** A filter in use. */
    public record Chip(String kind, String label, String without) {}

    /** Knows the name of what has only an id in the address. */
    @FunctionalInterface
    interface Names {
        Names NONE = (parameter, value) -> null;

        @Nullable
        String name(String parameter, String value);
    }

    static FilterBar of(PageAddress address, Names names) {
        List<RangeLink> ranges = new ArrayList<>();
        for (TimeRange range : TimeRange.values()) {
            ranges.add(new RangeLink(
                    range.id(), range.words(), address.in(range), !address.hasDays() && address.range() == range));
        }
        List<Chip> chips = new ArrayList<>();
        List<Kept> kept = new ArrayList<>();
        address.all("id").forEach(id -> kept.add(new Kept("id", id)));
        for (String name : FILTERS) {
            for (String value : address.all(name)) {
                String known = names.name(name, value);
                chips.add(new Chip(
                        name.equals("q") ? "words" : name,
                        known == null ? value : known,
                        address.without(name, value)));
                kept.add(new Kept(name, value));
            }
        }
        address.all("sort").forEach(sort -> kept.add(new Kept("sort", sort)));
        String id = address.first("id");
        return new FilterBar(
                address,
                ranges,
                day(address.first("from")),
                day(address.first("to")),
                kept,
                chips,
                id.isEmpty() ? address.path() : address.entity(id));
    }

    /** For the search field at the top. */
    public String words() {
        return address.first("q");
    }

    /** The page the bar is on. */
    public String path() {
        return address.path();
    }

    /** What the search field at the top keeps: the time, and on the search page the filters too. */
    public List<Kept> keptForFind() {
        List<Kept> values = new ArrayList<>();
        for (Map.Entry<String, List<String>> each : address.time().entrySet()) {
            each.getValue().forEach(value -> values.add(new Kept(each.getKey(), value)));
        }
        if (address.path().equals(SEARCH)) {
            kept.stream().filter(value -> !value.name().equals("q")).forEach(values::add);
        }
        return values;
    }

    private static String day(String date) {
        return date.length() > 10 ? date.substring(0, 10) : date;
    }
}
