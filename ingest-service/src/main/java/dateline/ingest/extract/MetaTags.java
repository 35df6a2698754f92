package dateline.ingest.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The page's {@code meta} elements by name, property or itemprop, in lower case; several names in one attribute count each. */
final class MetaTags {
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    /** How many of a name's values stand under the first attribute that has it. */
    private final Map<String, Integer> ofOneKind = new HashMap<>();

    MetaTags(PageElements page) {
        // What a page says with RDFa's attribute names a vocabulary, and is more exact than a mere name.
        for (String attribute : List.of("property", "name", "itemprop", "http-equiv")) {
            for (Element meta : page.withTag("meta")) {
                if (meta.hasAttr(attribute)) {
                    add(meta, meta.attr(attribute).toLowerCase(Locale.ROOT).strip());
                }
            }
            values.forEach((name, all) -> ofOneKind.putIfAbsent(name, all.size()));
        }
    }

    private void add(Element meta, String names) {
        String content = meta.attr("content");
        if (content.isBlank()) {
            content = meta.attr("value");
        }
        if (names.isEmpty() || content.isBlank() || content.length() > 20_000) {
            return;
        }
        for (String name : TextLine.SPACES.split(names)) {
            values.computeIfAbsent(name.replace('.', ':'), key -> new ArrayList<>())
                    .add(Clean.markup(content));
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

    /** The values under a name of the first kind of attribute that has it: the others say the same in other words. */
    List<String> ofOneKind(String name) {
        String key = name.replace('.', ':');
        return values.getOrDefault(key, List.of()).subList(0, ofOneKind.getOrDefault(key, 0));
    }

    /** The values of all elements whose name, with colons for dots, has this in it. */
    List<String> matching(Pattern name) {
        List<String> found = new ArrayList<>();
        values.forEach((stated, all) -> {
            if (name.matcher(stated).find()) {
                found.addAll(all);
            }
        });
        return found;
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
