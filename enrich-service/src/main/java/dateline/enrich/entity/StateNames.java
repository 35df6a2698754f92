package dateline.enrich.entity;

import dateline.contract.Mention;
import dateline.enrich.knowledge.Entity;
import dateline.enrich.knowledge.KnowledgeBase;
import dateline.enrich.token.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** American states behind a town's name in letters: "Houston, TX", "Manhattan Beach, Calif.". */
final class StateNames {
    /** Postal letters, and how newspapers shorten the name where they do. */
    private static final String TABLE = """
            AL Ala alabama, AK - alaska, AZ Ariz arizona, AR Ark arkansas, CA Calif california, CO Colo colorado,
            CT Conn connecticut, DE Del delaware, DC - district-of-columbia, FL Fla florida, GA Ga georgia-us, HI - hawaii,
            ID - idaho, IL Ill illinois, IN Ind indiana, IA - iowa, KS Kan kansas, KY Ky kentucky, LA La louisiana,
            ME - maine, MD Md maryland, MA Mass massachusetts, MI Mich michigan, MN Minn minnesota, MS Miss mississippi,
            MO Mo missouri, MT Mont montana, NE Neb nebraska, NV Nev nevada, OH - ohio, OK Okla oklahoma, OR Ore oregon,
            PA Pa pennsylvania, TN Tenn tennessee, TX - texas, UT - utah, VT Vt vermont, VA Va virginia,
            WA Wash washington-state, WI Wis wisconsin, WY Wyo wyoming, NH - new-hampshire, NJ - new-jersey,
            NM - new-mexico, NY - new-york-state, NC - north-carolina, ND - north-dakota, RI - rhode-island,
            SC - south-carolina, SD - south-dakota, WV - west-virginia""";

    private static final double CONFIDENCE = 0.85;

    private final Map<String, Entity> postal = new HashMap<>();
    private final Map<String, Entity> shortened = new HashMap<>();

    StateNames(KnowledgeBase knowledge) {
        for (String line : TABLE.split(",\\s*")) {
            String[] cells = line.strip().split(" ");
            knowledge.find("place:" + cells[2]).ifPresent(state -> {
                postal.put(cells[0], state);
                if (!cells[1].equals("-")) {
                    shortened.put(cells[1], state);
                }
            });
        }
    }

    /** The states; they stand for what was found in the same place. */
    List<Found> read(Reading reading) {
        Tokens tokens = reading.tokens;
        List<Found> states = new ArrayList<>();
        for (int i = 2; i < tokens.size(); i++) {
            boolean behindTown = tokens.is(i - 1, ',')
                    && tokens.isWord(i - 2)
                    && reading.isUpper(i - 2)
                    && !reading.isAllUpper(i - 2)
                    && tokens.isWord(i)
                    && reading.isUpper(i);
            if (!behindTown) {
                continue;
            }
            String word = tokens.surface(i);
            boolean dot = i + 1 < tokens.size() && tokens.is(i + 1, '.') && tokens.start(i + 1) == tokens.end(i);
            String bare = word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
            Entity state = dot || !bare.equals(word) ? shortened.get(bare) : postal.get(word);
            if (state != null) {
                states.add(Found.known(i, i + 1, state, CONFIDENCE, Mention.By.ALIAS));
            }
        }
        return states;
    }
}
