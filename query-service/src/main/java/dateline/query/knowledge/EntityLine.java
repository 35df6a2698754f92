package dateline.query.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entity as enrich-service tells it. */
public record EntityLine(
        String id,
        @Nullable List<String> formerIds,
        @Nullable String name,
        @Nullable String type,
        @Nullable String country,
        @Nullable List<NameLine> names,
        @Nullable String source,
        @Nullable String licence,
        @Nullable List<EditLine> edits) {
    private static final int FEW = 12;

    /** A spelling. */
    public record NameLine(
            String text,
            @Nullable String language,
            @Nullable String kind) {}

    /** Some of its names, for a list. */
    public List<NameLine> someNames() {
        List<NameLine> all = names == null ? List.of() : names;
        return all.subList(0, Math.min(FEW, all.size()));
    }
}
