package dateline.enrich.tagger;

import dateline.contract.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a transformer's labels mean. BIO, BILOU and BIOES differ only in how they mark a name's last token. */
final class OnnxLabels {
    /**
     * One label.
     *
     * @param type null outside of names, and for types that are not ours
     * @param begins whether a name begins here, even right behind another of its type
     * @param ends whether it ends here
     */
    private record Label(@Nullable EntityType type, boolean begins, boolean ends) {}

    private final List<Label> labels;

    OnnxLabels(List<String> names) {
        labels = names.stream().map(OnnxLabels::label).toList();
    }

    int count() {
        return labels.size();
    }

    private static Label label(String name) {
        int dash = name.indexOf('-');
        String position = dash < 0 ? "" : name.substring(0, dash).toUpperCase(Locale.ROOT);
        EntityType type = type(dash < 0 ? name : name.substring(dash + 1));
        return switch (position) {
            case "" -> new Label(type, false, false);
            case "B" -> new Label(type, true, false);
            case "I", "M" -> new Label(type, false, false);
            case "L", "E" -> new Label(type, false, true);
            case "U", "S" -> new Label(type, true, true);
            default ->
                throw new IllegalArgumentException(
                        "dateline.enrich.tagger.onnx.labels: " + name + " is in none of BIO, BILOU and BIOES");
        };
    }

    private static @Nullable EntityType type(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "PER", "PERSON", "PERS" -> EntityType.PERSON;
            case "ORG", "ORGANIZATION", "ORGANISATION", "NORG" -> EntityType.ORGANISATION;
            case "LOC", "LOCATION", "PLACE", "GPE", "FAC", "FACILITY" -> EntityType.PLACE;
            default -> null;
        };
    }

    /** The spans that the likeliest labels make; a span is as sure as its least sure token. */
    List<TaggedSpan> spans(int[] best, float[] probability) {
        List<TaggedSpan> spans = new ArrayList<>();
        EntityType open = null;
        int from = 0;
        double confidence = 1;
        for (int i = 0; i <= best.length; i++) {
            Label label = i < best.length ? labels.get(best[i]) : new Label(null, false, false);
            if (open != null && (label.begins() || label.type() != open)) {
                spans.add(new TaggedSpan(from, i, open, confidence));
                open = null;
            }
            if (label.type() == null) {
                continue;
            }
            if (open == null) {
                open = label.type();
                from = i;
                confidence = 1;
            }
            confidence = Math.min(confidence, probability[i]);
            if (label.ends()) {
                spans.add(new TaggedSpan(from, i + 1, open, confidence));
                open = null;
            }
        }
        return spans;
    }
}
