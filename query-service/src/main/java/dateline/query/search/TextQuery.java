package dateline.query.search;

import java.util.List;

/** What is looked for in an article's words. */
public sealed interface TextQuery {
    /** A word, in any form its language's analyzer takes for the same. */
    record Word(String text) implements TextQuery {}

    /** Words in this order, next to each other. */
    record Phrase(String text) implements TextQuery {}

    /** All of them; each has at least one part. */
    record All(List<TextQuery> parts) implements TextQuery {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** At least one of them. */
    record Any(List<TextQuery> parts) implements TextQuery {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** Not this. */
    record Not(TextQuery part) implements TextQuery {}
}
