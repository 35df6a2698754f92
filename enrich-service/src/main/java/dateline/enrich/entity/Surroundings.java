package dateline.enrich.entity;

import dateline.enrich.token.Tokens;
import java.util.Set;

/** What the words around an English name say about how it is meant. */
final class Surroundings {
    private static final Set<String> LOCATIVES = Set.of(
            "in",
            "at",
            "from",
            "to",
            "near",
            "across",
            "outside",
            "through",
            "throughout",
            "within",
            "around",
            "into",
            "via",
            "of",
            "visiting",
            "visit",
            "visited",
            "southern",
            "northern",
            "eastern",
            "western",
            "central");

    private static final Set<String> SPORT = Set.of(
            "match",
            "matches",
            "goal",
            "goals",
            "striker",
            "midfielder",
            "defender",
            "goalkeeper",
            "coach",
            "cup",
            "semifinal",
            "semi",
            "quarterfinal",
            "rugby",
            "football",
            "soccer",
            "cricket",
            "wicket",
            "wickets",
            "innings",
            "batsman",
            "bowler",
            "tournament",
            "championship",
            "championships",
            "league",
            "squad",
            "scored",
            "scoring",
            "qualifier",
            "qualifiers",
            "fixture",
            "fixtures",
            "kick",
            "tries",
            "penalty",
            "olympics",
            "medal",
            "basketball",
            "handball",
            "hockey",
            "netball",
            "player",
            "players",
            "captain",
            "teammate",
            "teammates",
            "game",
            "games",
            "win",
            "beat",
            "lost",
            "points",
            "season",
            "team",
            "final");

    private static final Set<String> ORGANISATIONS = Set.of(
            "council",
            "ministry",
            "party",
            "bank",
            "university",
            "college",
            "school",
            "commission",
            "committee",
            "agency",
            "association",
            "union",
            "court",
            "police",
            "corporation",
            "company",
            "group",
            "federation",
            "foundation",
            "institute",
            "organization",
            "organisation",
            "authority",
            "inc",
            "ltd",
            "corp",
            "plc",
            "llc",
            "department",
            "bureau",
            "fund",
            "congress",
            "assembly",
            "army",
            "club",
            "league",
            "times",
            "holdings",
            "airlines",
            "airways",
            "tribunal",
            "senate",
            "parliament",
            "movement",
            "alliance",
            "coalition",
            "society",
            "centre",
            "center");

    private static final int LONGEST_LIST = 16;

    private Surroundings() {}

    /** Whether a name of several words ends in what only an organisation is. */
    static boolean namesOrganisation(Reading reading, int from, int to) {
        return to - from >= 2 && reading.isUpper(to - 1) && ORGANISATIONS.contains(reading.folded(to - 1));
    }

    /** Whether the article is about sport, where a country's name is mostly its team's. */
    static boolean isSport(Reading reading) {
        int words = 0;
        int sport = 0;
        for (int i = 0; i < reading.tokens.size(); i++) {
            if (reading.tokens.isWord(i)) {
                words++;
                if (SPORT.contains(reading.folded(i))) {
                    sport++;
                }
            }
        }
        return sport >= 5 && sport * 40 > words;
    }

    /** Whether a place's name stands where a team's would: no preposition of place before it. */
    static boolean readsLikeTeam(Reading reading, int from) {
        Tokens tokens = reading.tokens;
        int before = from - 1;
        if (before >= 0 && tokens.isWord(before) && reading.folded(before).equals("the")) {
            before--;
        }
        String word = before >= 0 && tokens.isWord(before) ? reading.folded(before) : "";
        boolean listed = before >= 0 && tokens.is(before, ',');
        return !LOCATIVES.contains(word) && !listed;
    }

    /** "CEBU — Officials said": one word in capitals, more than an agency's letters, before a dash. */
    static boolean isDateline(Reading reading, int from, int to) {
        Tokens tokens = reading.tokens;
        return to - from == 1
                && to < tokens.size()
                && reading.isAllUpper(from)
                && tokens.end(from) - tokens.start(from) >= 4
                && reading.beginsSentence(from)
                && (tokens.is(to, '—') || tokens.is(to, '–'));
    }

    /** "Alabama versus Florida State": only teams stand before that word. */
    static boolean isAgainst(Reading reading, int to) {
        if (to >= reading.tokens.size()) {
            return false;
        }
        String next = reading.folded(to);
        return next.equals("versus") || next.equals("vs");
    }

    /** "Riverside County", "Orange, Riverside and San Bernardino Counties": not the cities of those names. */
    static boolean namesCounty(Reading reading, int to) {
        Tokens tokens = reading.tokens;
        for (int i = to;
                i < tokens.size() && i < to + LONGEST_LIST && reading.sentence(i) == reading.sentence(to);
                i++) {
            String word = reading.folded(i);
            if (reading.isUpper(i) && (word.equals("counties") || (i == to && word.equals("county")))) {
                return true;
            }
            boolean listed = tokens.isWord(i) ? reading.isUpper(i) || word.equals("and") : tokens.is(i, ',');
            if (!listed) {
                return false;
            }
        }
        return false;
    }

    /** "Houston's Top Dentists": capitals behind the possessive that are no one's office. */
    static boolean beginsTitle(Reading reading, int to) {
        Tokens tokens = reading.tokens;
        if (to + 2 >= tokens.size() || !reading.folded(to).endsWith("s") || tokens.end(to) - tokens.start(to) != 2) {
            return false;
        }
        for (int i = to + 1; i <= to + 2; i++) {
            String word = reading.folded(i);
            boolean capital = tokens.isWord(i) && reading.isUpper(i) && !reading.isAllUpper(i);
            if (!capital || Titles.contains(word) || reading.sentence(i) != reading.sentence(to)) {
                return false;
            }
        }
        return !namesOrganisation(reading, to + 1, to + 3)
                && (reading.occursInLowerCase(to + 1) || reading.occursInLowerCase(to + 2));
    }

    /** "Labour party": what an organisation is, written small although it belongs to the name. */
    static boolean isOrganisation(String word) {
        return ORGANISATIONS.contains(word);
    }

    /** "in Phoenix" is a place, "Phoenix said" need not be. */
    static boolean isLocated(Reading reading, int from) {
        int before = from - 1;
        return before >= 0 && reading.tokens.isWord(before) && LOCATIVES.contains(reading.folded(before));
    }

    /** "US$", "US dollars". */
    static boolean isCurrency(Reading reading, int to) {
        if (to >= reading.tokens.size()) {
            return false;
        }
        String next = reading.folded(to);
        return reading.tokens.is(to, '$') || next.equals("dollar") || next.equals("dollars");
    }
}
