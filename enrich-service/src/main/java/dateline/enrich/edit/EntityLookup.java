package dateline.enrich.edit;

import dateline.enrich.knowledge.Entity;
import dateline.enrich.knowledge.EntityName;
import dateline.enrich.knowledge.KnowledgeBase;
import dateline.enrich.token.Folding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds entities by a spelling in any script. Reads all names each time: people ask seldom. */
final class EntityLookup {
    private static final int WHOLE = 2;
    private static final int WORDS = 1;

    private record Hit(Entity entity, int rank) {}

    private EntityLookup() {}

    /** Entities that bear the name, then those that have it as words of one, the more prominent first. */
    static List<Entity> find(KnowledgeBase knowledge, String name, int most) {
        String wanted = Folding.fold(name.strip());
        List<Hit> hits = new ArrayList<>();
        for (Entity entity : knowledge.entities()) {
            int rank = 0;
            for (EntityName one : entity.names()) {
                rank = Math.max(rank, rank(Folding.fold(one.text()), wanted));
            }
            if (rank > 0) {
                hits.add(new Hit(entity, rank));
            }
        }
        hits.sort(Comparator.comparingInt(Hit::rank)
                .thenComparingDouble(hit -> hit.entity().prior())
                .reversed());
        return hits.stream().limit(most).map(Hit::entity).toList();
    }

    private static int rank(String name, String wanted) {
        if (name.equals(wanted)) {
            return WHOLE;
        }
        for (int at = name.indexOf(wanted); at >= 0; at = name.indexOf(wanted, at + 1)) {
            int end = at + wanted.length();
            if ((at == 0 || !Character.isLetterOrDigit(name.charAt(at - 1)))
                    && (end == name.length() || !Character.isLetterOrDigit(name.charAt(end)))) {
                return WORDS;
            }
        }
        return 0;
    }
}
