package dateline.enrich.quote;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds who says it: the subject before a verb of saying, or behind it where the verb comes first. */
final class Subjects {
    /** How far from the verb a subject may begin. */
    private static final int REACH = 60;

    private static final int LONGEST_PHRASE = 14;
    /** A name with its article and place; more words before a comma are a clause. */
    private static final int LONGEST_NAME = 6;

    private final Speech speech;

    Subjects(Speech speech) {
        this.speech = speech;
    }

    /** The subject that ends before the verb; null if there is none, or if the verb is denied or passive. */
    @Nullable
    Speaker before(Sentence sentence, int verb) {
        int i = verb - 1;
        while (i >= 0 && (speech.isSkipped(sentence.at(i)) || speech.is("not", sentence.at(i)))) {
            if (speech.is("not", sentence.at(i))) {
                return null;
            }
            i--;
        }
        return i < 0 ? null : endingAt(sentence, i);
    }

    private @Nullable Speaker endingAt(Sentence sentence, int at) {
        int i = at;
        while (i >= 0 && sentence.isMark(i, ")]")) {
            i = opening(sentence, i) - 1;
        }
        if (i < 0) {
            return null;
        }
        Unit unit = sentence.at(i);
        if (speech.is("passive", unit) || unit.is("to") || speech.is("not", unit)) {
            return null;
        }
        if (speech.is("which", unit)) {
            return null;
        }
        if (speech.is("who", unit)) {
            return antecedent(sentence, i);
        }
        if (speech.isPronoun(unit)) {
            return Speaker.pronoun(sentence, i);
        }
        return switch (unit.kind()) {
            case MENTION -> named(sentence, i, at + 1);
            case MARK -> unit.isMark(",—–") ? behindComma(sentence, i) : null;
            case WORD, NUMBER -> noun(sentence, i);
            case QUOTE -> null;
        };
    }

    private static int opening(Sentence sentence, int closing) {
        int i = closing - 1;
        while (i > 0 && closing - i < 12 && !sentence.isMark(i, "([")) {
            i--;
        }
        return i;
    }

    /** A mention right before the verb: the subject, or the end of a phrase such as "officials in Geneva". */
    private @Nullable Speaker named(Sentence sentence, int mention, int to) {
        int before = mention - 1;
        while (before >= 0 && speech.is("article", sentence.at(before))) {
            before--;
        }
        if (before > 0 && isInner(sentence, before)) {
            Speaker head = endingAt(sentence, before - 1);
            if (head != null && head.kind() == Speaker.Kind.NAME) {
                return head;
            }
            return head == null || head.kind() == Speaker.Kind.PRONOUN
                    ? null
                    : Speaker.phrase(sentence, head.from(), mention + 1);
        }
        if (before > 0 && speech.is("and", sentence.at(before)) && isJoined(sentence, before - 1)) {
            return Speaker.phrase(sentence, phraseStart(sentence, before - 1), mention + 1);
        }
        return Speaker.name(sentence, phraseStart(sentence, mention), to, mention);
    }

    /** "of", "for", "in" and the like, but not "after" where a clause follows. */
    private boolean isInner(Sentence sentence, int at) {
        Unit unit = sentence.at(at);
        return speech.isPreposition(unit) && !speech.is("while", unit);
    }

    private boolean isJoined(Sentence sentence, int at) {
        return sentence.has(at)
                && (sentence.at(at).mention() != null
                        || (sentence.isMark(at, ",")
                                && sentence.has(at - 1)
                                && sentence.at(at - 1).mention() != null));
    }

    /** Whoever "who" stands for. */
    private @Nullable Speaker antecedent(Sentence sentence, int who) {
        for (int i = who - 1; i >= Math.max(0, who - 10); i--) {
            Unit unit = sentence.at(i);
            if (unit.isPerson() || (unit.isOrganisation() && !(i > 0 && speech.isPreposition(sentence.at(i - 1))))) {
                return Speaker.name(sentence, phraseStart(sentence, i), who + 1, i);
            }
            if (unit.kind() == Unit.Kind.QUOTE || unit.isMark(".;:!?")) {
                return null;
            }
        }
        int end = who - (sentence.isMark(who - 1, ",") ? 1 : 0);
        return end > 0 ? noun(sentence, end - 1) : null;
    }

    private @Nullable Speaker noun(Sentence sentence, int last) {
        Unit unit = sentence.at(last);
        if (speech.isPreposition(unit)
                || speech.is("and", unit)
                || speech.is("while", unit)
                || speech.is("that", unit)) {
            return null;
        }
        int from = phraseStart(sentence, last);
        if (from > last) {
            return null;
        }
        // "Prosecutor Anna Jones of the city said": the words behind the name do not hide it.
        for (int i = from; i <= last; i++) {
            boolean free = i == from || !speech.isPreposition(sentence.at(i - 1));
            if (sentence.at(i).isPerson() && free && i < last && isInner(sentence, i + 1)) {
                return Speaker.name(sentence, from, last + 1, i);
            }
        }
        return Speaker.phrase(sentence, from, last + 1);
    }

    /** First unit of the noun phrase that ends here. */
    private int phraseStart(Sentence sentence, int last) {
        int i = last;
        while (i > 0 && last - i < LONGEST_PHRASE) {
            Unit unit = sentence.at(i - 1);
            boolean inside = switch (unit.kind()) {
                case WORD ->
                    !speech.is("while", unit)
                            && !speech.is("and", unit)
                            && !speech.is("who", unit)
                            && speech.verb(unit) == null;
                case NUMBER, MENTION -> true;
                case MARK -> unit.isMark("-.’'") && sentence.at(i).start() == unit.end();
                case QUOTE -> false;
            };
            if (!inside) {
                break;
            }
            i--;
            boolean begins = i == 0 || !(isInner(sentence, i - 1) || speech.is("article", sentence.at(i - 1)));
            if (speech.is("article", unit) && begins) {
                break;
            }
        }
        while (i < last && isInner(sentence, i)) {
            i++;
        }
        return i;
    }

    /** "X, the mayor of Y, said": the subject is one of the pieces between commas. */
    private @Nullable Speaker behindComma(Sentence sentence, int comma) {
        List<int[]> pieces = pieces(sentence, comma);
        int[] joined = joined(sentence, comma, pieces);
        if (joined != null) {
            return Speaker.phrase(sentence, joined[0], joined[1]);
        }
        for (int p = 0; p < pieces.size(); p++) {
            int name = bare(sentence, pieces.get(p));
            if (name >= 0) {
                boolean title = p > 0 && pieces.get(p - 1)[1] - pieces.get(p - 1)[0] <= LONGEST_NAME;
                return Speaker.name(sentence, pieces.get(title ? p - 1 : p)[0], comma + 1, name);
            }
        }
        for (int[] piece : pieces) {
            for (int i = piece[0]; i < piece[1]; i++) {
                boolean free = i == piece[0] || !isInner(sentence, i - 1);
                if (sentence.at(i).isPerson() && free && !isPossessor(sentence, i)) {
                    return Speaker.name(sentence, piece[0], comma + 1, i);
                }
            }
        }
        for (int[] piece : pieces) {
            int head = piece[0];
            while (head < piece[1] && speech.is("article", sentence.at(head))) {
                head++;
            }
            if (head < piece[1] && sentence.at(head).isOrganisation() && endsName(sentence, head + 1, piece[1])) {
                return Speaker.name(sentence, piece[0], comma + 1, head);
            }
        }
        if (pieces.isEmpty()) {
            return null;
        }
        int[] first = pieces.getFirst();
        return new Speaker(
                Speaker.Kind.PHRASE,
                first[0],
                comma + 1,
                sentence.at(first[0]).start(),
                sentence.at(first[1] - 1).end(),
                null);
    }

    /** "Teranga, of Senegal, and Volta, of Ghana,": two bodies at once; null if it is not so. */
    private int @Nullable [] joined(Sentence sentence, int comma, List<int[]> pieces) {
        if (pieces.isEmpty() || !sentence.at(pieces.getFirst()[0]).isOrganisation()) {
            return null;
        }
        int from = pieces.getFirst()[0];
        for (int i = from + 1; i + 1 < comma; i++) {
            if (sentence.isMark(i - 1, ",")
                    && speech.is("and", sentence.at(i))
                    && sentence.at(i + 1).isOrganisation()) {
                return new int[] {from, comma};
            }
        }
        return null;
    }

    private boolean endsName(Sentence sentence, int at, int end) {
        return at >= end || isInner(sentence, at) || sentence.isMark(at, "([");
    }

    private boolean isPossessor(Sentence sentence, int at) {
        return sentence.has(at + 1)
                && (sentence.at(at + 1).is("'s") || sentence.at(at + 1).isMark("’'"));
    }

    /** The pieces from the clause's beginning to the comma that may be its subject. */
    private List<int[]> pieces(Sentence sentence, int comma) {
        int begin = comma;
        while (begin > Math.max(0, comma - REACH)) {
            Unit unit = sentence.at(begin - 1);
            if (unit.kind() == Unit.Kind.QUOTE || unit.isMark(";:") || speaks(unit)) {
                break;
            }
            begin--;
        }
        List<int[]> pieces = new ArrayList<>();
        int from = begin;
        for (int i = begin; i <= comma; i++) {
            if (i == comma || sentence.isMark(i, ",—–")) {
                int start = from;
                if (start < i && speech.is("while", sentence.at(start)) && !speech.is("and", sentence.at(start))) {
                    pieces.clear();
                    start++;
                }
                if (start < i && mayBeSubject(sentence, start)) {
                    pieces.add(new int[] {start, i});
                }
                from = i + 1;
            }
        }
        return pieces;
    }

    private boolean mayBeSubject(Sentence sentence, int start) {
        Unit unit = sentence.at(start);
        return !speech.isPreposition(unit)
                && !speech.is("who", unit)
                && !speech.is("when", unit)
                && !speech.is("saying", unit)
                && !speech.isSkipped(unit)
                && unit.kind() != Unit.Kind.MARK
                && unit.kind() != Unit.Kind.NUMBER;
    }

    private boolean speaks(Unit unit) {
        Speech.Verb verb = speech.verb(unit);
        return verb == Speech.Verb.SAY || verb == Speech.Verb.TELL;
    }

    /** Whether a name, a comma, its description and a comma stand before the verb. */
    boolean isApposition(Sentence sentence, int verb) {
        if (!sentence.isMark(verb - 1, ",—–")) {
            return false;
        }
        List<int[]> pieces = pieces(sentence, verb - 1);
        if (pieces.isEmpty() || pieces.getFirst()[1] >= verb - 1) {
            return false;
        }
        int[] first = pieces.getFirst();
        return first[1] - first[0] <= LONGEST_NAME || bare(sentence, first) >= 0;
    }

    /** The person that a piece consists of, but for a few words before the name; -1 if it does not. */
    private int bare(Sentence sentence, int[] piece) {
        int last = piece[1] - 1;
        if (!sentence.at(last).isPerson() || last - piece[0] > 5) {
            return -1;
        }
        for (int i = piece[0]; i < last; i++) {
            Unit unit = sentence.at(i);
            if (speech.verb(unit) != null || speech.is("passive", unit) || unit.kind() == Unit.Kind.QUOTE) {
                return -1;
            }
        }
        return last > piece[0] && isInner(sentence, last - 1) ? -1 : last;
    }

    /** The subject behind a verb that comes first, as in "said the minister, Ana Costa". */
    @Nullable
    Speaker after(Sentence sentence, int verb) {
        int i = verb + 1;
        while (sentence.has(i)
                && (sentence.isMark(i, "-")
                        || speech.is("listener", sentence.at(i))
                        || speech.isSkipped(sentence.at(i)))) {
            i++;
        }
        if (!sentence.has(i)) {
            return null;
        }
        if (speech.isPronoun(sentence.at(i)) && !speech.is("article", sentence.at(i))) {
            return Speaker.pronoun(sentence, i);
        }
        if (speech.isPreposition(sentence.at(i)) && !speech.is("article", sentence.at(i))) {
            return null;
        }
        return startingAt(sentence, i, false);
    }

    /** The noun phrase that starts here: the person it names, else the body it names, else the phrase. */
    @Nullable
    Speaker startingAt(Sentence sentence, int from, boolean source) {
        int organisation = -1;
        int end = from;
        boolean inner = false;
        while (sentence.has(end) && end - from < LONGEST_PHRASE) {
            Unit unit = sentence.at(end);
            boolean stops = unit.kind() == Unit.Kind.QUOTE
                    || (unit.kind() == Unit.Kind.MARK && !unit.isMark("-’'") && !isInitialStop(sentence, end))
                    || speech.is("who", unit)
                    || speech.is("that", unit)
                    || speech.is("when", unit)
                    || (end > from && speech.verb(unit) != null);
            if (stops) {
                break;
            }
            boolean by = end > from && source && sentence.at(end - 1).is("by");
            if (unit.isPerson() && !isPossessor(sentence, end) && (!inner || by)) {
                return Speaker.name(sentence, from, end + 1, end);
            }
            if (unit.isOrganisation() && organisation < 0 && (!inner || (source && !innerAt(sentence, from, end)))) {
                organisation = end;
            }
            inner |= isInner(sentence, end);
            end++;
        }
        if (end == from) {
            return null;
        }
        if (sentence.isMark(end, ",") && sentence.has(end + 1)) {
            int next = end + 1;
            while (sentence.has(next) && next < end + 3 && speech.is("title", sentence.at(next))) {
                next++;
            }
            boolean isItsHead = organisation >= 0 && isHead(sentence, organisation, end);
            if (sentence.has(next) && sentence.at(next).isPerson() && !isItsHead) {
                return Speaker.name(sentence, from, next + 1, next);
            }
        }
        if (organisation >= 0 && isHead(sentence, organisation, end)) {
            return Speaker.name(sentence, from, organisation + 1, organisation);
        }
        return Speaker.phrase(sentence, from, phraseEnd(sentence, from, end));
    }

    /** Where a phrase ends for showing: before a place or time that no longer describes it. */
    private int phraseEnd(Sentence sentence, int from, int end) {
        for (int i = from + 1; i < end; i++) {
            if (isInner(sentence, i) && !speech.is("of", sentence.at(i))) {
                return i;
            }
        }
        return end;
    }

    private boolean isInitialStop(Sentence sentence, int at) {
        return sentence.isMark(at, ".")
                && at > 0
                && (speech.isAbbreviation(sentence.at(at - 1).word())
                        || sentence.at(at - 1).word().length() == 1);
    }

    /** Whether a preposition other than "by" leads to the mention: "a report by X" names X, "a man from X" does not. */
    private boolean innerAt(Sentence sentence, int from, int mention) {
        for (int i = mention - 1; i >= from; i--) {
            if (isInner(sentence, i)) {
                return !sentence.at(i).is("by") && !sentence.at(i).is("from");
            }
        }
        return false;
    }

    private boolean isHead(Sentence sentence, int mention, int end) {
        int next = mention + 1;
        return next >= end
                || sentence.at(next).kind() == Unit.Kind.MARK
                || isInner(sentence, next)
                || speech.is("and", sentence.at(next));
    }

    /** The person in "the Georgian president, X" or "Georgian president X"; the mention itself if none follows. */
    private int titled(Sentence sentence, int mention) {
        for (int i = mention + 1;
                i < mention + 5 && sentence.has(i) && sentence.at(mention).isOrganisation();
                i++) {
            if (sentence.at(i).isPerson()) {
                return i;
            }
            boolean title = sentence.at(i).kind() == Unit.Kind.WORD
                    && !speech.isPreposition(sentence.at(i))
                    && !speech.is("and", sentence.at(i))
                    && !speech.isSkipped(sentence.at(i))
                    && speech.verb(sentence.at(i)) == null;
            if (!title) {
                break;
            }
        }
        return mention;
    }

    /** The person in "…, with the spokesman, X, suggesting that"; null if the sentence is not built so. */
    @Nullable
    Speaker with(Sentence sentence, int verb) {
        int person = -1;
        for (int i = verb - 1; i > Math.max(0, verb - REACH); i--) {
            Unit unit = sentence.at(i);
            if (unit.kind() == Unit.Kind.QUOTE || unit.isMark(";:")) {
                return null;
            }
            if (unit.isPerson() && !isPossessor(sentence, i)) {
                person = i;
            }
            if (speech.is("with", unit) && sentence.isMark(i - 1, ",")) {
                return person < 0 ? null : Speaker.name(sentence, i + 1, person + 1, person);
            }
        }
        return null;
    }

    /** The capital words that open the sentence, if there are two of them; for names that no mention covers. */
    @Nullable
    Speaker opening(Sentence sentence) {
        int end = 0;
        while (sentence.has(end)
                && sentence.at(end).kind() == Unit.Kind.WORD
                && sentence.at(end).capital()) {
            end++;
        }
        return end < 2 ? null : Speaker.phrase(sentence, 0, end);
    }

    /** The subject of the sentence as far as it is a name or a pronoun; for "…, adding that" and "… and said". */
    @Nullable
    Speaker main(Sentence sentence, int before) {
        for (int i = 0; i < before; i++) {
            Unit unit = sentence.at(i);
            int lead = i - 1;
            while (lead >= 0 && speech.is("article", sentence.at(lead))) {
                lead--;
            }
            boolean inner = lead >= 0 && isInner(sentence, lead);
            if (unit.mention() != null && !inner && !isPossessor(sentence, i)) {
                int name = titled(sentence, i);
                return Speaker.name(sentence, i, name + 1, name);
            }
            if (!inner && (speech.is("he", unit) || speech.is("she", unit) || speech.is("they", unit))) {
                return Speaker.pronoun(sentence, i);
            }
        }
        return null;
    }
}
