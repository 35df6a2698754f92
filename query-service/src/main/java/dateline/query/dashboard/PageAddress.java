package dateline.query.dashboard;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;

/**
 * The state of a page, which is all in its URL, and the addresses of the pages one step away from it. A step begins at
 * the first page of results again.
 */
final class PageAddress {
    /** What the search page understands, in the order it is written. */
    private static final List<String> PARAMETERS =
            List.of("q", "entity", "topic", "outlet", "language", "from", "to", "sort", "next");

    private final Map<String, List<String>> values;

    private PageAddress(Map<String, List<String>> values) {
        this.values = values;
    }

    /** The state of a request; parameters that no page has are passed over, as are empty ones, which forms send. */
    static PageAddress of(MultiValueMap<String, String> parameters) {
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
        return new PageAddress(values);
    }

    /** All values, by parameter. */
    Map<String, List<String>> values() {
        return values;
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    String first(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    boolean has(String name, String value) {
        return all(name).contains(value);
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
        return changed(Map.of("from", List.of(from), "to", List.of(to)));
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
        return "/" + query(copy);
    }

    /** The first page of the same results. */
    String firstPage() {
        return changed(Map.of());
    }

    /** The same question to the API. */
    String api() {
        return "/api/articles" + query(values);
    }

    private String changed(Map<String, List<String>> changes) {
        Map<String, List<String>> copy = new LinkedHashMap<>(values);
        copy.remove("next");
        copy.putAll(changes);
        return "/" + query(copy);
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
