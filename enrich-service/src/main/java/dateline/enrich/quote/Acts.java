package dateline.enrich.quote;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds who says something in a sentence, outside of its quotations. */
final class Acts {
    private final Speech speech;
    private final Subjects subjects;

    Acts(Speech speech) {
        this.speech = speech;
        this.subjects = new Subjects(speech);
    }

    List<Act> in(Sentence sentence) {
        List<Act> acts = new ArrayList<>(2);
        for (int i = 0; i < sentence.size(); i++) {
            int according = speech.according(sentence, i);
            Act act = according > 0 ? according(sentence, i, according) : saying(sentence, i, acts);
            if (act != null) {
                acts.add(act);
                i = Math.max(i, act.verbEnd() - 1);
            }
        }
        return acts;
    }

    private @Nullable Act according(Sentence sentence, int at, int length) {
        Speaker speaker = sentence.has(at + length) && speech.isPronoun(sentence.at(at + length))
                ? Speaker.pronoun(sentence, at + length)
                : subjects.startingAt(sentence, at + length, true);
        return speaker == null
                ? null
                : new Act(at, speaker.to(), at, at + length, Act.Shape.ACCORDING, Speech.Verb.SAY, speaker);
    }

    private @Nullable Act saying(Sentence sentence, int at, List<Act> acts) {
        Speech.Verb kind = speech.verb(sentence.at(at));
        if (kind == null) {
            return null;
        }
        boolean isNoun = at > 0
                && (sentence.at(at - 1).kind() == Unit.Kind.NUMBER || speech.is("noun-marker", sentence.at(at - 1)));
        if (isNoun) {
            return null;
        }
        boolean mayComeFirst = kind == Speech.Verb.SAY || kind == Speech.Verb.STATE || kind == Speech.Verb.UTTER;
        if (mayComeFirst
                && (speech.verbFirst() || comesFirst(sentence, at) || (at == 1 && speech.is("as", sentence.at(0))))) {
            Speaker speaker = subjects.after(sentence, at);
            if (speaker != null) {
                return new Act(at, speaker.to(), at, at + 1, Act.Shape.INVERTED, kind, speaker);
            }
        }
        if (at == 0) {
            return null;
        }
        Unit before = sentence.at(at - 1);
        if (speech.is("saying", sentence.at(at)) || speech.is("and", before)) {
            return following(sentence, at, kind, acts);
        }
        Speaker speaker = subjects.before(sentence, at);
        if (speech.verbFinal() && !isName(speaker) && endsSentence(sentence, at)) {
            Speaker named = subjects.main(sentence, at);
            Speaker main = named == null ? subjects.opening(sentence) : named;
            return main == null ? null : new Act(main.from(), at + 1, at, at + 1, Act.Shape.FINAL, kind, main);
        }
        if (speaker == null || (speech.is("hears", sentence.at(at)) && !isCourt(sentence, speaker))) {
            return null;
        }
        if (clauseOnly(kind) && speaker.kind() == Speaker.Kind.PHRASE) {
            return null;
        }
        Act.Shape shape = speech.is("who", before) ? Act.Shape.RELATIVE : Act.Shape.SUBJECT_FIRST;
        return new Act(Math.min(speaker.from(), at), at + 1, at, at + 1, shape, kind, speaker);
    }

    private static boolean clauseOnly(Speech.Verb kind) {
        return kind == Speech.Verb.EXPECT || kind == Speech.Verb.CALL;
    }

    /** "The court heard that …" reports what was said there; anybody else just heard it. */
    private boolean isCourt(Sentence sentence, Speaker speaker) {
        return speaker.kind() == Speaker.Kind.PHRASE && speech.is("court", sentence.at(speaker.to() - 1));
    }

    private static boolean isName(@Nullable Speaker speaker) {
        return speaker != null && speaker.kind() != Speaker.Kind.PHRASE;
    }

    private static boolean endsSentence(Sentence sentence, int at) {
        return !sentence.has(at + 1) || sentence.isMark(at + 1, ".!?;,…");
    }

    private @Nullable Act following(Sentence sentence, int at, Speech.Verb kind, List<Act> acts) {
        Speaker with = subjects.with(sentence, at);
        Speaker main =
                acts.isEmpty() ? subjects.main(sentence, at) : acts.getLast().speaker();
        Speaker speaker = with == null ? main : with;
        return speaker == null ? null : new Act(at, at + 1, at, at + 1, Act.Shape.FOLLOWING, kind, speaker);
    }

    /** Whether the verb follows what is said, so that its subject comes behind it. */
    private boolean comesFirst(Sentence sentence, int verb) {
        int i = verb - 1;
        while (i >= 0 && (speech.isSkipped(sentence.at(i)) || speech.is("listener", sentence.at(i)))) {
            i--;
        }
        if (sentence.isQuote(i)) {
            return true;
        }
        while (i >= 0 && (sentence.isMark(i, ",،—–-.…") || sentence.at(i).isDash())) {
            i--;
        }
        if (i == verb - 1 || i < 0) {
            return false;
        }
        return sentence.isQuote(i) || (!subjects.isApposition(sentence, verb) && standsAlone(sentence, verb));
    }

    /** "…, said Chidi Nwankwo." but not "Dealul Alb, the exporter, said its harvest was smaller". */
    private boolean standsAlone(Sentence sentence, int verb) {
        int i = verb + 1;
        while (sentence.has(i) && i < verb + 9) {
            Unit unit = sentence.at(i);
            if (unit.isMark(".,;") || speech.isPreposition(unit) || speech.is("who", unit) || speech.is("when", unit)) {
                return i > verb + 1;
            }
            if (unit.kind() == Unit.Kind.QUOTE
                    || speech.is("passive", unit)
                    || speech.is("that", unit)
                    || speech.is("not", unit)
                    || (i > verb + 1 && speech.is("skip", unit))) {
                return false;
            }
            if (unit.mention() != null && sentence.has(i + 1) && isVerbLike(sentence.at(i + 1))) {
                return false;
            }
            i++;
        }
        return !sentence.has(i);
    }

    private boolean isVerbLike(Unit unit) {
        return unit.kind() == Unit.Kind.WORD
                && !unit.capital()
                && !unit.is("'s")
                && !speech.isPreposition(unit)
                && !speech.is("and", unit)
                && !speech.is("who", unit);
    }
}
