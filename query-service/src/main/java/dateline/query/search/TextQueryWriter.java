package dateline.query.search;

import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a query in the syntax that {@link TextQueryParser} reads: what is read from it again is the same query. */
public final class TextQueryWriter {
    private TextQueryWriter() {}

    /** The text. */
    public static String write(TextQuery query) {
        return switch (query) {
            case TextQuery.Word word -> word.text();
            case TextQuery.Prefix prefix -> prefix.text() + "*";
            case TextQuery.Phrase phrase -> '"' + phrase.text() + '"';
            case TextQuery.Near near -> '"' + near.text() + "\"~" + near.distance();
            case TextQuery.In in -> in.part().name().toLowerCase(Locale.ROOT) + ":" + inside(in.query());
            case TextQuery.Has has -> has.attribute().label() + ":\"" + has.value() + '"';
            case TextQuery.Is is -> is.trait().term();
            case TextQuery.All all ->
                all.parts().stream()
                        .map(part -> part instanceof TextQuery.All ? "(" + write(part) + ")" : operand(part))
                        .collect(Collectors.joining(" "));
            case TextQuery.Any any ->
                any.parts().stream()
                        .map(part -> part instanceof TextQuery.Any ? "(" + write(part) + ")" : write(part))
                        .collect(Collectors.joining(" OR "));
            case TextQuery.Not not -> "-" + inside(not.part());
        };
    }

    /** A part of a sequence, where only OR is weaker. */
    private static String operand(TextQuery part) {
        return part instanceof TextQuery.Any ? "(" + write(part) + ")" : write(part);
    }

    /** What stands behind a dash or a colon: one thing. */
    private static String inside(TextQuery part) {
        return part instanceof TextQuery.Any || part instanceof TextQuery.All || part instanceof TextQuery.Not
                ? "(" + write(part) + ")"
                : write(part);
    }
}
