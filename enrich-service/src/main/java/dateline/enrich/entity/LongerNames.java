package dateline.enrich.entity;

import dateline.contract.EntityType;
import dateline.contract.Mention;
import dateline.enrich.tagger.TaggedSpan;
import dateline.enrich.token.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Finds the organisation whose name a place is only a part of: "Wales" in "Arriva Buses Wales", "England" in "Rape
 * Crisis (England and Wales)". The tagger often sees the place alone.
 */
final class LongerNames {
    /** More words before a place are a headline rather than a name. */
    private static final int LONGEST = 4;

    private static final int LONGEST_BRACKETS = 6;

    /** "On Monday Minsk said": capitals that end no name. */
    static final Set<String> CALENDAR = Set.of(
            ("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
                            + " september october november december")
                    .split(" "));

    private LongerNames() {}

    /** The longer names; none where the tagger or the knowledge base already takes part of one for something else. */
    static List<Found> around(Reading reading, List<Found> found, Evidence evidence) {
        boolean[] known = new boolean[reading.tokens.size()];
        for (Found mention : found) {
            if (mention.entity() != null) {
                Arrays.fill(known, mention.from(), mention.to(), true);
            }
        }
        List<Found> longer = new ArrayList<>();
        boolean sport = Surroundings.isSport(reading);
        for (Found place : found) {
            if (place.type() != EntityType.PLACE || reading.isAllUpper(place.from())) {
                continue;
            }
            int from = place.from();
            int to = place.to();
            int open = openBracket(reading, from);
            int close = open < 0 ? -1 : closeBracket(reading, to);
            if (close > 0 && !sport) {
                from = open;
                to = close + 1;
            } else if (open >= 0) {
                continue;
            }
            int begin = beginning(reading, evidence, known, from);
            boolean bracketed = from != place.from();
            if (isName(reading, begin, from, bracketed) && inRunningText(reading, from)) {
                Tokens tokens = reading.tokens;
                String name = tokens.text().substring(tokens.start(begin), tokens.end(to - 1));
                longer.add(Found.unknown(begin, to, EntityType.ORGANISATION, name, 0.6, Mention.By.MODEL));
            }
        }
        return longer;
    }

    /** The first of the capitalised words right before the token, which nothing else claims. */
    private static int beginning(Reading reading, Evidence evidence, boolean[] known, int token) {
        int begin = token;
        while (begin > 0 && begin > token - LONGEST - 1 && joins(reading, evidence, known, begin - 1, begin)) {
            begin--;
        }
        return begin;
    }

    private static boolean joins(Reading reading, Evidence evidence, boolean[] known, int word, int next) {
        Tokens tokens = reading.tokens;
        TaggedSpan span = evidence.taggedAt(word);
        return tokens.isWord(word)
                && reading.isUpper(word)
                && !known[word]
                && (span == null || span.type() == EntityType.ORGANISATION)
                && !Titles.contains(reading.folded(word))
                && !CALENDAR.contains(reading.folded(word))
                && reading.sentence(word) == reading.sentence(next)
                && tokens.start(next) - tokens.end(word) == 1;
    }

    /** Two words make a name; so does a letter alone ("H Texas"), which is no initial before a place. */
    private static boolean isName(Reading reading, int begin, int end, boolean bracketed) {
        int words = end - begin;
        Tokens tokens = reading.tokens;
        boolean letter = words == 1
                && tokens.end(begin) - tokens.start(begin) == 1
                && !reading.beginsSentence(begin)
                && !reading.folded(begin).equals("i");
        return letter || (words >= 2 && words <= LONGEST && (bracketed || !reading.occursInLowerCase(begin)));
    }

    /** In headlines every word has a capital. */
    private static boolean inRunningText(Reading reading, int token) {
        int sentence = reading.sentence(token);
        int lower = 0;
        for (int i = reading.tokens.sentenceStart(sentence);
                i < reading.tokens.sentenceEnd(sentence) && i < reading.tokens.sentenceStart(sentence) + 60;
                i++) {
            boolean word = reading.tokens.isWord(i) && reading.tokens.end(i) - reading.tokens.start(i) >= 4;
            lower += word && !reading.isUpper(i) ? 1 : 0;
        }
        return lower >= 2;
    }

    private static int openBracket(Reading reading, int token) {
        for (int i = token - 1; i >= 0 && i >= token - LONGEST_BRACKETS; i--) {
            if (reading.tokens.is(i, ')')) {
                return -1;
            }
            if (reading.tokens.is(i, '(')) {
                return i;
            }
        }
        return -1;
    }

    private static int closeBracket(Reading reading, int token) {
        for (int i = token; i < reading.tokens.size() && i < token + LONGEST_BRACKETS; i++) {
            if (reading.tokens.is(i, ')')) {
                return reading.sentence(i) == reading.sentence(token) ? i : -1;
            }
        }
        return -1;
    }
}
