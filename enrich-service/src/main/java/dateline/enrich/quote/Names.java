package dateline.enrich.quote;

import dateline.contract.EntityType;
import dateline.contract.Mention;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Persons by the last word of their names, for a speaker whom the article names elsewhere but whose name beside the
 * quotation no mention covers. A word that two persons share stands for neither.
 */
final class Names {
    private static final String TWO = "";

    private final Map<String, String> persons = new HashMap<>();
    private final Speech speech;

    Names(List<Mention> mentions, Speech speech) {
        this.speech = speech;
        for (Mention mention : mentions) {
            String surface = mention.surface();
            int last = Math.max(surface.lastIndexOf(' '), surface.lastIndexOf('-'));
            if (mention.type() == EntityType.PERSON && surface.length() - last > 3) {
                persons.merge(
                        speech.lower(surface.substring(last + 1)),
                        mention.entityId(),
                        (one, other) -> one.equals(other) ? one : TWO);
            }
        }
    }

    /** Who is meant by a phrase that ends with a capital word before any preposition; null if nobody known is. */
    @Nullable
    Spoken in(Sentence sentence, Speaker phrase) {
        String word = null;
        for (int i = phrase.from(); i < phrase.to() && sentence.at(i).start() < phrase.end(); i++) {
            Unit unit = sentence.at(i);
            if (unit.mention() != null || speech.isPreposition(unit) || unit.isMark(",")) {
                break;
            }
            word = unit.kind() == Unit.Kind.WORD && unit.capital() && i > 0 ? unit.word() : null;
        }
        String id = word == null ? null : persons.get(word);
        return id == null || id.equals(TWO) ? null : new Spoken(id, true, 0.7);
    }
}
