package dateline.enrich.entity;

import dateline.contract.EntityType;
import dateline.enrich.knowledge.Entity;
import dateline.enrich.knowledge.EntityName;
import dateline.enrich.knowledge.KnowledgeBase;
import dateline.enrich.token.Folding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds known people under spellings of their full names that nobody has written down yet. */
final class KeyIndex {
    private static final double SAME_FIRST = 0.82;
    private static final double SAME_LAST = 0.87;
    /** How much better than the next person the best must fit. */
    private static final double CLEAR = 0.05;

    private static final int SHORTEST_KEY = 2;

    private record Person(Entity entity, String first, String last) {}

    private final Map<String, List<Person>> byLast = new HashMap<>();

    KeyIndex(KnowledgeBase knowledge) {
        for (Entity entity : knowledge.entities()) {
            // Who has one spelling is a name on a list; what sounds like it is more likely another's.
            if (entity.type() == EntityType.PERSON && entity.names().size() > 1) {
                Set<String> seen = new HashSet<>();
                for (EntityName name : entity.names()) {
                    add(entity, name, seen);
                }
            }
        }
    }

    private void add(Entity entity, EntityName name, Set<String> seen) {
        String[] words = Folding.fold(name.text()).split("[\\s\\-]+");
        if (words.length < 2 || name.kind() != EntityName.Kind.NAME) {
            return;
        }
        String first = words[0];
        String last = words[words.length - 1];
        if (seen.add(first + " " + last)) {
            for (String key : NameKeys.skeletons(last)) {
                if (key.length() >= SHORTEST_KEY) {
                    byLast.computeIfAbsent(key, k -> new ArrayList<>(1)).add(new Person(entity, first, last));
                }
            }
        }
    }

    /** The one known person whose first name and surname both sound like these. Words come folded. */
    Optional<Entity> find(String first, String last) {
        Entity best = null;
        double bestScore = 0;
        double second = 0;
        for (String key : NameKeys.skeletons(last)) {
            for (Person person : byLast.getOrDefault(key, List.of())) {
                double firstScore = NameKeys.similarity(first, person.first());
                double lastScore = NameKeys.similarity(last, person.last());
                if (firstScore < SAME_FIRST || lastScore < SAME_LAST || first.length() < 2) {
                    continue;
                }
                double score = firstScore + lastScore;
                if (best == null || (score > bestScore && person.entity() != best)) {
                    second = best == null ? 0 : bestScore;
                    best = person.entity();
                    bestScore = score;
                } else if (person.entity() == best) {
                    bestScore = Math.max(bestScore, score);
                } else {
                    second = Math.max(second, score);
                }
            }
        }
        return best == null || bestScore - second < CLEAR ? Optional.empty() : Optional.of(best);
    }
}
