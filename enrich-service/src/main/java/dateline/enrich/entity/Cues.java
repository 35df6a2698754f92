package dateline.enrich.entity;

import dateline.contract.EntityType;
import dateline.contract.Mention;
import dateline.enrich.token.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * English names that the tagger left out although the words beside them say what they are: whoever is called Mr is a
 * person, and what a source told something to is a newsroom.
 */
final class Cues {
    private static final Set<String> HONORIFICS = Set.of("mr", "mrs", "ms", "messrs", "dr", "mx");
    private static final Set<String> TELLING = Set.of("told", "tells", "telling");
    private static final int LONGEST_NAME = 4;
    private static final int LONGEST_ACRONYM = 6;
    private static final double PERSON = 0.8;
    private static final double NEWSROOM = 0.7;

    private final Reading reading;
    private final Tokens tokens;
    private final boolean[] covered;
    private final List<Found> added = new ArrayList<>();

    private Cues(Reading reading, List<Found> found) {
        this.reading = reading;
        tokens = reading.tokens;
        covered = new boolean[tokens.size()];
        for (Found mention : found) {
            for (int i = mention.from(); i < mention.to(); i++) {
                covered[i] = true;
            }
        }
    }

    /** What was left out beside such words. */
    static List<Found> read(Reading reading, List<Found> found) {
        Cues cues = new Cues(reading, found);
        for (int i = 0; i + 1 < cues.tokens.size(); i++) {
            cues.person(i);
            cues.newsroom(i);
        }
        return cues.added;
    }

    private void person(int title) {
        if (!reading.isUpper(title) || !HONORIFICS.contains(reading.folded(title))) {
            return;
        }
        int from = tokens.is(title + 1, '.') ? title + 2 : title + 1;
        int to = from;
        while (to < tokens.size() && to < from + LONGEST_NAME && isFreeName(to, title)) {
            to++;
        }
        if (to > from) {
            add(from, to, EntityType.PERSON, PERSON);
        }
    }

    private boolean isFreeName(int token, int title) {
        return !covered[token]
                && tokens.isWord(token)
                && reading.isUpper(token)
                && reading.sentence(token) == reading.sentence(title);
    }

    /** "told IPS", "DAKAR, Jul 25 (IPS) -". */
    private void newsroom(int cue) {
        int name = cue + 1;
        if (covered[name] || !reading.isAllUpper(name) || tokens.end(name) - tokens.start(name) > LONGEST_ACRONYM) {
            return;
        }
        boolean told = TELLING.contains(reading.folded(cue));
        boolean signed = tokens.is(cue, '(')
                && name + 2 < tokens.size()
                && tokens.is(name + 1, ')')
                && (tokens.is(name + 2, '-') || tokens.is(name + 2, '–') || tokens.is(name + 2, '—'));
        if (told || signed) {
            add(name, name + 1, EntityType.ORGANISATION, NEWSROOM);
        }
    }

    private void add(int from, int to, EntityType type, double confidence) {
        String name = tokens.text().substring(tokens.start(from), tokens.end(to - 1));
        added.add(Found.unknown(from, to, type, name, confidence, Mention.By.MODEL));
    }
}
