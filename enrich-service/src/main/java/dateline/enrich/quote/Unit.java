package dateline.enrich.quote;

import dateline.contract.EntityType;
import dateline.contract.Mention;
import org.jspecify.annotations.Nullable;

/**
 * What sentences are read in: a word or a mark, a whole mention of an entity, or a whole quotation.
 *
 * @param start first UTF-16 unit in the body
 * @param end the unit after the last
 * @param word the word in small letters, or the mark; empty for mentions and quotations
 */
record Unit(
        Kind kind,
        int start,
        int end,
        String word,
        boolean capital,
        @Nullable Mention mention,
        @Nullable Marked quote) {
    enum Kind {
        WORD,
        NUMBER,
        MARK,
        MENTION,
        QUOTE
    }

    boolean is(String other) {
        return word.equals(other);
    }

    boolean isMark(String marks) {
        return kind == Kind.MARK && word.length() == 1 && marks.contains(word);
    }

    boolean isPerson() {
        return mention != null && mention.type() == EntityType.PERSON;
    }

    boolean isOrganisation() {
        return mention != null && mention.type() != EntityType.PERSON;
    }

    boolean isDash() {
        return isMark("—–-―");
    }
}
