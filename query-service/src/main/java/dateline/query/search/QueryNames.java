package dateline.query.search;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Which names a query uses for entities, topics and outlets. */
final class QueryNames {
    private QueryNames() {}

    /** The values of attributes that take names, by attribute. */
    static Map<Attribute, Set<String>> of(ArticleQuery asked) {
        Map<Attribute, Set<String>> names = new EnumMap<>(Attribute.class);
        BiConsumer<Attribute, Collection<String>> add = (attribute, values) -> {
            if (attribute.isNamed()) {
                names.computeIfAbsent(attribute, any -> new LinkedHashSet<>()).addAll(values);
            }
        };
        asked.filters().wanted().forEach(add);
        asked.filters().unwanted().forEach(add);
        if (asked.text() != null) {
            collect(asked.text(), add);
        }
        return names;
    }

    private static void collect(TextQuery text, BiConsumer<Attribute, Collection<String>> add) {
        switch (text) {
            case TextQuery.Has(Attribute attribute, String value) -> add.accept(attribute, List.of(value));
            case TextQuery.All all -> all.parts().forEach(part -> collect(part, add));
            case TextQuery.Any any -> any.parts().forEach(part -> collect(part, add));
            case TextQuery.Not not -> collect(not.part(), add);
            case TextQuery.In in -> collect(in.query(), add);
            case TextQuery.Word _, TextQuery.Prefix _, TextQuery.Phrase _, TextQuery.Near _, TextQuery.Is _ -> {
                // No names in them.
            }
        }
    }
}
