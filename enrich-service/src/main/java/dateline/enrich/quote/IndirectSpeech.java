package dateline.enrich.quote;

import dateline.contract.EntityType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the clause that somebody is reported to have said, without quotation marks. */
final class IndirectSpeech {
    private static final int FEWEST_WORDS = 3;
    /** A clause before its speaker: an introductory phrase ("At the end of the day, X said …") is shorter. */
    private static final int FEWEST_WORDS_BEFORE = 4;
    /** How far behind the verb "that" may stand. */
    private static final int REACH = 16;

    /** Units of what may stand in marks in a reported clause without being a quotation of its own. */
    private static final int LONGEST_SCARE_QUOTE = 30;

    /** In "As the minister of health said, …" the verb stands no later. */
    private static final int LATEST_IN_INTRODUCTION = 8;

    private final Speech speech;

    IndirectSpeech(Speech speech) {
        this.speech = speech;
    }

    /** First unit and the unit after the last of what the act reports; null if it reports nothing. */
    int @Nullable [] clause(Sentence sentence, Act act, List<Act> acts) {
        if (act.shape() == Act.Shape.ACCORDING) {
            return according(sentence, act);
        }
        if (speech.is("as", sentence.at(0)) && act.verb() <= LATEST_IN_INTRODUCTION) {
            return behindComma(sentence, act.to());
        }
        int that = that(sentence, act);
        if (that < 0) {
            int[] before = before(sentence, act);
            if (before != null) {
                return before;
            }
        }
        int start = that >= 0 ? that : bare(sentence, act);
        if (start < 0) {
            return speech.verbFinal() ? between(sentence, act) : null;
        }
        int end = end(sentence, start, act, acts);
        return words(sentence, start, end) < FEWEST_WORDS ? null : new int[] {start, end};
    }

    private int @Nullable [] according(Sentence sentence, Act act) {
        int begin = begin(sentence);
        if (act.verb() <= begin + 1) {
            return behindComma(sentence, act.verbEnd());
        }
        int end = act.verb() - 1;
        return sentence.isMark(end, ",،—–")
                        && words(sentence, begin, end) >= FEWEST_WORDS_BEFORE
                        && !hasQuote(sentence, begin, end)
                ? new int[] {begin, end}
                : null;
    }

    /** What follows the comma behind "According to X" or "As X said". */
    private static int @Nullable [] behindComma(Sentence sentence, int from) {
        int comma = from;
        while (sentence.has(comma) && comma < from + REACH && !sentence.isMark(comma, ",،")) {
            comma++;
        }
        if (!sentence.isMark(comma, ",،")) {
            return null;
        }
        int end = stop(sentence, comma + 1);
        return words(sentence, comma + 1, end) < FEWEST_WORDS ? null : new int[] {comma + 1, end};
    }

    /** "The road will be open from Saturday, the mediator said on Wednesday." */
    private int @Nullable [] before(Sentence sentence, Act act) {
        boolean shape = act.shape() == Act.Shape.SUBJECT_FIRST || act.shape() == Act.Shape.INVERTED;
        boolean kind =
                act.kind() == Speech.Verb.SAY || act.kind() == Speech.Verb.STATE || act.kind() == Speech.Verb.TELL;
        int begin = begin(sentence);
        int comma = Math.min(act.from(), act.verb()) - 1;
        if (!shape || !kind || comma <= begin || !sentence.isMark(comma, ",،")) {
            return null;
        }
        Unit first = sentence.at(begin);
        boolean introduces = speech.isPreposition(first)
                || speech.is("when", first)
                || speech.is("while", first)
                || speech.is("saying", first)
                || first.kind() == Unit.Kind.QUOTE;
        int next = act.shape() == Act.Shape.INVERTED ? act.to() : act.verbEnd();
        return introduces
                        || hasQuote(sentence, begin, comma)
                        || words(sentence, begin, comma) < FEWEST_WORDS_BEFORE
                        || !endsHere(sentence, next)
                ? null
                : new int[] {begin, comma};
    }

    /** Whether no clause follows, only when, where or to whom it was said. */
    private boolean endsHere(Sentence sentence, int at) {
        if (!sentence.has(at)) {
            return true;
        }
        Unit unit = sentence.at(at);
        return unit.kind() == Unit.Kind.MARK
                || speech.isPreposition(unit)
                || speech.is("when", unit)
                || speech.is("who", unit)
                || speech.is("listener", unit)
                || speech.isSkipped(unit);
    }

    /** The unit behind "that"; -1 if there is none near. */
    private int that(Sentence sentence, Act act) {
        if (act.kind() == Speech.Verb.UTTER || act.kind() == Speech.Verb.CALL) {
            return -1;
        }
        int from = act.shape() == Act.Shape.INVERTED ? act.to() : act.verbEnd();
        if (act.kind() != Speech.Verb.TELL && !mayLeadToThat(sentence, from)) {
            return -1;
        }
        for (int i = from; i < Math.min(sentence.size(), from + REACH); i++) {
            Unit unit = sentence.at(i);
            if (speech.is("that", unit)) {
                int next = i + 1;
                while (sentence.isMark(next, ",،—–-")) {
                    next++;
                }
                return sentence.isMark(next, ":") || sentence.isQuote(next) ? -1 : next;
            }
            if (unit.kind() == Unit.Kind.QUOTE
                    || unit.isMark(":;.!?")
                    || speech.verb(unit) != null
                    || speech.is("who", unit)) {
                return -1;
            }
        }
        return -1;
    }

    /** "said in Riga that", but not "said talks would resume and that". */
    private boolean mayLeadToThat(Sentence sentence, int at) {
        if (!sentence.has(at)) {
            return false;
        }
        Unit unit = sentence.at(at);
        return speech.is("that", unit)
                || speech.isPreposition(unit)
                || speech.is("when", unit)
                || speech.is("listener", unit)
                || speech.isSkipped(unit)
                || unit.isPerson()
                || (unit.isMark(",،-") && sentence.has(at + 1) && speech.is("that", sentence.at(at + 1)));
    }

    /** Where a clause without "that" begins; -1 if none does. */
    private int bare(Sentence sentence, Act act) {
        if (act.shape() == Act.Shape.INVERTED) {
            return -1;
        }
        int at = act.verbEnd();
        return switch (act.kind()) {
            case EXPECT -> sentence.has(at) && sentence.at(at).kind() != Unit.Kind.MARK ? at : -1;
            case CALL -> isCalled(sentence, at) && isNamedPerson(act) ? at : -1;
            case SAY -> speech.has("bare") ? beginsClause(sentence, skipWhen(sentence, at)) : -1;
            case TELL -> speech.has("bare") ? told(sentence, at) : -1;
            case STATE, UTTER -> -1;
        };
    }

    private static boolean isNamedPerson(Act act) {
        return act.speaker().kind() == Speaker.Kind.NAME
                && act.speaker().mention() != null
                && act.speaker().mention().type() == EntityType.PERSON;
    }

    private boolean isCalled(Sentence sentence, int at) {
        return sentence.has(at)
                && sentence.at(at).kind() != Unit.Kind.MARK
                && !speech.isPreposition(sentence.at(at))
                && !hasQuote(sentence, at, sentence.size());
    }

    /** Behind "on Thursday", "late Friday", "in a statement". */
    private int skipWhen(Sentence sentence, int from) {
        int at = from;
        while (sentence.has(at) && at < from + 6) {
            Unit unit = sentence.at(at);
            boolean skips = speech.is("when", unit)
                    || speech.isSkipped(unit)
                    || (speech.isPreposition(unit) && sentence.has(at + 1) && speech.is("when", sentence.at(at + 1)));
            if (skips) {
                at++;
            } else if (speech.isPreposition(unit)
                    && sentence.has(at + 2)
                    && speech.is("article", sentence.at(at + 1))
                    && speech.is("source", sentence.at(at + 2))) {
                at += 3;
            } else {
                break;
            }
        }
        return at;
    }

    private int told(Sentence sentence, int from) {
        int at = from;
        if (sentence.has(at) && speech.is("article", sentence.at(at))) {
            at++;
        }
        boolean listener =
                sentence.has(at) && (sentence.at(at).mention() != null || speech.is("listener", sentence.at(at)));
        return listener ? beginsClause(sentence, skipWhen(sentence, at + 1)) : -1;
    }

    private int beginsClause(Sentence sentence, int at) {
        if (!sentence.has(at)) {
            return -1;
        }
        Unit unit = sentence.at(at);
        if (speech.isPreposition(unit)
                && sentence.has(at + 1)
                && sentence.at(at + 1).kind() == Unit.Kind.NUMBER) {
            return at;
        }
        boolean excluded = unit.kind() == Unit.Kind.MARK
                || unit.kind() == Unit.Kind.QUOTE
                || speech.is("no-clause", unit)
                || (speech.isPreposition(unit) && !speech.is("while", unit) && !speech.is("opens-clause", unit))
                || speech.is("and", unit);
        return excluded ? -1 : at;
    }

    /** Turkish: the clause stands between its speaker and the verb. */
    private int @Nullable [] between(Sentence sentence, Act act) {
        if (act.shape() != Act.Shape.FINAL) {
            return null;
        }
        int start = act.speaker().to();
        while (sentence.has(start) && (sentence.isMark(start, ",’'") || speech.is("topic", sentence.at(start)))) {
            start++;
        }
        return hasQuote(sentence, start, act.verb()) || words(sentence, start, act.verb()) < FEWEST_WORDS
                ? null
                : new int[] {start, act.verb()};
    }

    private int end(Sentence sentence, int start, Act act, List<Act> acts) {
        int end = stop(sentence, start);
        if (act.shape() == Act.Shape.RELATIVE) {
            for (int i = start; i < end; i++) {
                if (sentence.isMark(i, ",،")) {
                    return i;
                }
            }
        }
        for (Act other : acts) {
            int from = Math.min(other.from(), other.verb());
            if (from <= start || from >= end) {
                continue;
            }
            boolean joined = other.shape() == Act.Shape.FOLLOWING
                    || (from > 1 && speech.is("while", sentence.at(from - 1)) && sentence.isMark(from - 2, ","));
            if (joined) {
                int cut = from;
                while (cut > start
                        && (sentence.isMark(cut - 1, ",،")
                                || speech.is("and", sentence.at(cut - 1))
                                || speech.is("while", sentence.at(cut - 1)))) {
                    cut--;
                }
                return cut;
            }
        }
        return end;
    }

    /** The sentence's end, or the semicolon before it. */
    private static int stop(Sentence sentence, int start) {
        int end = sentence.size();
        while (end > start && sentence.isMark(end - 1, ".!?…।։۔؟")) {
            end--;
        }
        for (int i = start; i < end; i++) {
            if (sentence.isMark(i, ";؛")) {
                return i;
            }
        }
        return end;
    }

    /** The first unit behind a dash that opens the sentence. */
    private static int begin(Sentence sentence) {
        int at = 0;
        while (sentence.has(at) && sentence.at(at).isDash()) {
            at++;
        }
        return at;
    }

    private static boolean hasQuote(Sentence sentence, int from, int to) {
        for (int i = from; i < to; i++) {
            Marked quote = sentence.at(i).quote();
            if (quote != null && quote.end() - quote.start() > LONGEST_SCARE_QUOTE) {
                return true;
            }
        }
        return false;
    }

    private static int words(Sentence sentence, int from, int to) {
        int words = 0;
        for (int i = from; i < to; i++) {
            words += sentence.at(i).kind() == Unit.Kind.MARK ? 0 : 1;
        }
        return words;
    }
}
