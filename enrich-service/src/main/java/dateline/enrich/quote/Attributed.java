package dateline.enrich.quote;

import org.jspecify.annotations.Nullable;

/**
 * An act of speech with the one behind its speaker's words.
 *
 * @param index place among the sentence's acts
 */
record Attributed(int index, Act act, Spoken spoken) {
    /** The verb as it stands in the text. */
    static @Nullable String verb(Sentence sentence, Act act, String text) {
        return text.substring(
                sentence.at(act.verb()).start(), sentence.at(act.verbEnd() - 1).end());
    }
}
