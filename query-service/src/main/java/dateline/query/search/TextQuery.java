package dateline.query.search;

import java.util.List;

/** What is looked for in an article: mostly words. {@link TextQueryParser} reads it from a text. */
public sealed interface TextQuery {
    /** A word, in any form its language's analyzer takes for the same. */
    record Word(String text) implements TextQuery {}

    /** A word that begins so; as written, in whatever language. */
    record Prefix(String text) implements TextQuery {}

    /** Words in this order, next to each other. */
    record Phrase(String text) implements TextQuery {}

    /**
     * Words near each other.
     *
     * @param distance how many words may stand between them in all; to turn two of them round takes two
     */
    record Near(String text, int distance) implements TextQuery {}

    /** The words in it are looked for in one part of the article only. */
    record In(Part part, TextQuery query) implements TextQuery {}

    /**
     * A value of an attribute.
     *
     * @param value as the attribute's field holds it, or a name where the attribute takes names
     */
    record Has(Attribute attribute, String value) implements TextQuery {}

    /** A trait. */
    record Is(Trait trait) implements TextQuery {}

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

    /** The parts of an article that words are looked for in. */
    enum Part {
        TITLE,
        BODY
    }
}
