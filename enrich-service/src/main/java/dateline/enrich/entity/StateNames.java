package dateline.enrich.entity;

import dateline.contract.Mention;
import dateline.enrich.knowledge.Entity;
import dateline.enrich.knowledge.KnowledgeBase;
import dateline.enrich.knowledge.RegionForm;
import dateline.enrich.token.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** American states behind a town's name in letters: "Houston, TX", "Manhattan Beach, Calif.". */
final class StateNames {
    private static final double CONFIDENCE = 0.85;

    private final Map<String, Entity> postal = new HashMap<>();
    private final Map<String, Entity> shortened = new HashMap<>();

    StateNames(KnowledgeBase knowledge) {
        for (RegionForm form : RegionForm.all()) {
            Entity state = form.id() == null ? null : knowledge.find(form.id()).orElse(null);
            if (state == null) {
                continue;
            }
            if (form.postal() != null) {
                postal.put(form.postal(), state);
            }
            // What has more dots, such as N.C., is more than one token.
            if (form.press() != null
                    && form.press().indexOf('.') == form.press().length() - 1) {
                shortened.put(form.press().substring(0, form.press().length() - 1), state);
            }
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
