package dateline.ingest.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The page's {@code meta} elements by name, property or itemprop, in lower case; several names in one attribute count each. */
final class MetaTags {
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    MetaTags(PageElements page) {
        for (Element meta : page.withTag("meta")) {
            String content = meta.attr("content");
            if (content.isBlank()) {
                content = meta.attr("value");
            }
            if (content.isBlank() || content.length() > 20_000) {
                continue;
            }
            for (String attribute : List.of("property", "name", "itemprop", "http-equiv")) {
                String names = meta.attr(attribute).toLowerCase(Locale.ROOT).strip();
                if (!names.isEmpty()) {
                    for (String name : names.split("\\s+")) {
                        values.computeIfAbsent(name.replace('.', ':'), key -> new ArrayList<>())
                                .add(Clean.markup(content));
                    }
                }
            }
        }
    }

    /** The first value under the first of these names that has one; dots and colons in names are the same. */
    @Nullable
    String first(String... names) {
        for (String name : names) {
            for (String value : values.getOrDefault(name.replace('.', ':'), List.of())) {
                if (!value.isEmpty()) {
                    return value;
                }
            }
        }
        return null;
    }

    List<String> all(String... names) {
        List<String> found = new ArrayList<>();
        for (String name : names) {
            for (String value : values.getOrDefault(name.replace('.', ':'), List.of())) {
                if (!value.isEmpty() && !found.contains(value)) {
                    found.add(value);
                }
            }
        }
        return found;
    }
}
