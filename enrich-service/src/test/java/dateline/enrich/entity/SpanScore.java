package dateline.enrich.entity;

import dateline.contract.EntityType;
import dateline.enrich.tagger.LabelledText.Span;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Precision, recall and F1 of spans that must agree in start, end and type. */
final class SpanScore {
    private static final class Count {
        int right;
        int found;
        int gold;

        double f1() {
            return found + gold == 0 ? 0 : 200.0 * right / (found + gold);
        }
    }

    private final Count all = new Count();
    private final Map<EntityType, Count> byType = new EnumMap<>(EntityType.class);

    void add(Set<Span> gold, Set<Span> found) {
        Set<Span> right = new HashSet<>(found);
        right.retainAll(gold);
        count(all, gold, found, right, null);
        for (EntityType type : EntityType.values()) {
            count(byType.computeIfAbsent(type, t -> new Count()), gold, found, right, type);
        }
    }

    private static void count(Count count, Set<Span> gold, Set<Span> found, Set<Span> right, EntityType type) {
        count.gold += of(gold, type);
        count.found += of(found, type);
        count.right += of(right, type);
    }

    private static int of(Set<Span> spans, EntityType type) {
        return (int) spans.stream()
                .filter(span -> type == null || span.type() == type)
                .count();
    }

    double f1() {
        return all.f1();
    }

    String row(String name) {
        StringBuilder row = new StringBuilder(String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | **%.1f** |",
                name,
                100.0 * all.right / Math.max(1, all.found),
                100.0 * all.right / Math.max(1, all.gold),
                all.f1()));
        byType.values().forEach(count -> row.append(String.format(Locale.ROOT, " %.1f |", count.f1())));
        return row.toString();
    }

    static String header() {
        return "| system | precision | recall | F1 | PERSON F1 | ORGANISATION F1 | PLACE F1 |\n"
                + "| --- | ---: | ---: | ---: | ---: | ---: | ---: |";
    }
}
