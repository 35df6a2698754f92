package dateline.enrich.quote;

import dateline.contract.Mention;
import org.jspecify.annotations.Nullable;

/**
 * The words that name a speaker in a sentence.
 *
 * @param from first unit of the whole phrase, descriptions included
 * @param to the unit after the last
 * @param start first UTF-16 unit of what to show: the name alone, if there is one
 * @param end the unit after its last
 */
record Speaker(
        Kind kind,
        int from,
        int to,
        int start,
        int end,
        @Nullable Mention mention) {
    enum Kind {
        NAME,
        PRONOUN,
        /** A description, such as "the minister" or "two officials in Geneva". */
        PHRASE
    }

    static Speaker name(Sentence sentence, int from, int to, int mention) {
        Unit unit = sentence.at(mention);
        return new Speaker(Kind.NAME, from, to, unit.start(), unit.end(), unit.mention());
    }

    static Speaker pronoun(Sentence sentence, int at) {
        Unit unit = sentence.at(at);
        return new Speaker(Kind.PRONOUN, at, at + 1, unit.start(), unit.end(), null);
    }

    static Speaker phrase(Sentence sentence, int from, int to) {
        return new Speaker(
                Kind.PHRASE,
                from,
                to,
                sentence.at(from).start(),
                sentence.at(to - 1).end(),
                null);
    }
}
