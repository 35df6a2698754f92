package dateline.query.dashboard;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * The state of a page, which is all in its URL, and the addresses of the pages one step away from it. A step begins at
 * the first page of results again, and keeps time and filters, also where it leads to another page.
 */
final class PageAddress {
    /** What pages understand, in the order it is written. */
    private static final List<String> PARAMETERS =
            List.of("id", "q", "entity", "topic", "outlet", "language", "range", "from", "to", "sort", "next");

    /** What other pages do not take over. */
    private static final Set<String> OWN = Set.of("id", "sort", "next");

    /** What the API does not know. */
    private static final Set<String> OF_PAGES = Set.of("id", "range");

    private final String path;
    private final TimeRange usual;
    private final Map<String, List<String>> values;

    private PageAddress(String path, TimeRange usual, Map<String, List<String>> values) {
        this.path = path;
        this.usual = usual;
        this.values = values;
    }

    /**
     * The state of a request; parameters that no page has are passed over, as are empty ones, which forms send.
     *
     * @param path the page
     * @param usual the time it shows where none is asked for
     */
    static PageAddress of(String path, TimeRange usual, MultiValueMap<String, String> parameters) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String name : PARAMETERS) {
            List<String> given = parameters.getOrDefault(name, List.of()).stream()
                    .filter(value -> value != null && !value.isBlank())
                    .map(String::strip)
                    .distinct()
                    .toList();
            if (!given.isEmpty()) {
                values.put(name, given);
            }
        }
        boolean known = TimeRange.of(first(values, "range")).isPresent();
        if (!known || values.containsKey("from") || values.containsKey("to")) {
            values.remove("range");
        }
        return new PageAddress(path, usual, values);
    }

    /** Whether pages know all of these parameters of the API. */
    static boolean understands(Set<String> parameters) {
        return PARAMETERS.containsAll(parameters) && parameters.stream().noneMatch(OF_PAGES::contains);
    }

    String path() {
        return path;
    }

    /** All values, by parameter. */
    Map<String, List<String>> values() {
        return values;
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    String first(String name) {
        return first(values, name);
    }

    boolean has(String name, String value) {
        return all(name).contains(value);
    }

    /** Whether two days bound the time, rather than a range. */
    boolean hasDays() {
        return values.containsKey("from") || values.containsKey("to");
    }

    /** The time that is shown, if no days bound it. */
    TimeRange range() {
        return TimeRange.of(first("range")).orElse(usual);
    }

    /** Which articles are meant, in the API's parameters, without order and place in the list. */
    MultiValueMap<String, String> scope(Instant now) {
        MultiValueMap<String, String> asked = articles(now);
        OWN.forEach(asked::remove);
        return asked;
    }

    /** Which articles are meant, and how to list them, in the API's parameters. */
    MultiValueMap<String, String> articles(Instant now) {
        LinkedMultiValueMap<String, String> asked = new LinkedMultiValueMap<>();
        values.forEach((name, all) -> {
            if (!OF_PAGES.contains(name)) {
                asked.addAll(name, all);
            }
        });
        if (!hasDays()) {
            range().from(now).ifPresent(from -> asked.add("from", from));
        }
        return asked;
    }

    /** With one value more. */
    String with(String name, String value) {
        List<String> more = new ArrayList<>(all(name));
        more.add(value);
        return changed(Map.of(name, more));
    }

    /** With this as the only value. */
    String withOnly(String name, String value) {
        return changed(Map.of(name, List.of(value)));
    }

    /** From one day to another. */
    String between(String from, String to) {
        return changed(Map.of("range", List.of(), "from", List.of(from), "to", List.of(to)));
    }

    /** In a time that ends now. */
    String in(TimeRange range) {
        List<String> named = range == usual ? List.of() : List.of(range.id());
        return changed(Map.of("range", named, "from", List.of(), "to", List.of()));
    }

    /** With one value less. */
    String without(String name, String value) {
        return changed(Map.of(
                name, all(name).stream().filter(other -> !other.equals(value)).toList()));
    }

    /** The page of results after this one. */
    String next(String cursor) {
        Map<String, List<String>> copy = new LinkedHashMap<>(values);
        copy.put("next", List.of(cursor));
        return path + query(copy);
    }

    /** The first page of the same results. */
    String firstPage() {
        return changed(Map.of());
    }

    /** The same question to the API; on an entity's page about that entity. */
    String api(String endpoint) {
        return api(endpoint, "");
    }

    /** The same with what only this part of the API understands, as it stands in an address. */
    String api(String endpoint, String own) {
        MultiValueMap<String, String> asked = articles(Instant.now());
        asked.remove("next");
        if (!endpoint.equals("/api/articles")) {
            asked.remove("sort");
        }
        all("id").forEach(id -> asked.add("entity", id));
        String query = query(asked);
        return own.isEmpty() ? endpoint + query : endpoint + (query.isEmpty() ? "?" : query + "&") + own;
    }

    /** Another page, about the same articles. */
    String to(String other) {
        return other + query(taken());
    }

    /** Another page, about those of the same articles that have one value more. */
    String to(String other, String name, String value) {
        Map<String, List<String>> taken = taken();
        List<String> more = new ArrayList<>(taken.getOrDefault(name, List.of()));
        if (!more.contains(value)) {
            more.add(value);
        }
        taken.put(name, more);
        return other + query(taken);
    }

    /** The page of an entity, in the same time. */
    String entity(String id) {
        Map<String, List<String>> copy = time();
        copy.put("id", List.of(id));
        return "/entity" + query(copy);
    }

    /** The time and nothing else, as another page has to be told it. */
    Map<String, List<String>> time() {
        Map<String, List<String>> time = new LinkedHashMap<>();
        if (hasDays()) {
            time.put("from", all("from"));
            time.put("to", all("to"));
        } else {
            time.put("range", List.of(range().id()));
        }
        return time;
    }

    /** What another page is told; it may have another usual time, so that is told too. */
    private Map<String, List<String>> taken() {
        Map<String, List<String>> copy = new LinkedHashMap<>(values);
        if (values.containsKey("id")) {
            List<String> entities = new ArrayList<>(all("entity"));
            all("id").stream().filter(id -> !entities.contains(id)).forEach(entities::add);
            copy.put("entity", entities);
        }
        copy.keySet().removeAll(OWN);
        copy.putAll(time());
        return copy;
    }

    private String changed(Map<String, List<String>> changes) {
        Map<String, List<String>> copy = new LinkedHashMap<>(values);
        copy.remove("next");
        copy.putAll(changes);
        return path + query(copy);
    }

    private static String first(Map<String, List<String>> values, String name) {
        return values.getOrDefault(name, List.of()).stream().findFirst().orElse("");
    }

    private static String query(Map<String, List<String>> values) {
        List<String> pairs = new ArrayList<>();
        for (String name : PARAMETERS) {
            for (String value : values.getOrDefault(name, List.of())) {
                pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }
}
