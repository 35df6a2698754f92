package dateline.ingest.fetch;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A response's headers; names are matched without regard to case.
 *
 * @param values each header's values, by its name in lower case
 */
public record ResponseHeaders(Map<String, List<String>> values) {
    public ResponseHeaders {
        Map<String, List<String>> lower = new TreeMap<>();
        values.forEach((name, list) -> lower.put(name.toLowerCase(Locale.ROOT), List.copyOf(list)));
        values = Map.copyOf(lower);
    }

    /** The header's first value, trimmed, if it has one that is not empty. */
    public @Nullable String first(String name) {
        List<String> list = values.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        return list.isEmpty() || list.getFirst().isBlank()
                ? null
                : list.getFirst().strip();
    }
}
