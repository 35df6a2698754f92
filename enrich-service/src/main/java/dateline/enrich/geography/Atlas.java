package dateline.enrich.geography;

import dateline.contract.Geography;
import dateline.enrich.knowledge.Entity;
import dateline.enrich.knowledge.KnowledgeBase;
import dateline.enrich.knowledge.Location;
import dateline.enrich.words.WordFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the entities of the knowledge base are. Countries and regions, for which it has no position, are put at their
 * centre; {@code geography/centres.tsv} says where that is.
 */
final class Atlas {
    private final KnowledgeBase knowledge;
    private final Map<String, Location> centres = new HashMap<>();

    Atlas(KnowledgeBase knowledge) {
        this.knowledge = knowledge;
        for (List<String> row : WordFile.rows("geography/centres.tsv", 4)) {
            centres.put(row.get(0), new Location(Double.parseDouble(row.get(1)), Double.parseDouble(row.get(2))));
        }
    }

    Optional<Entity> find(String id) {
        return knowledge.find(id);
    }

    Optional<Location> location(Entity entity) {
        return entity.location().or(() -> Optional.ofNullable(centres.get(entity.id())));
    }

    /** A known place; without coordinates where nobody knows them. */
    Optional<Geography.Place> place(String id, int mentions) {
        return find(id).map(entity -> {
            Location location = location(entity).orElse(null);
            return new Geography.Place(
                    entity.id(),
                    entity.name(),
                    entity.countryCode(),
                    location == null ? null : location.latitude(),
                    location == null ? null : location.longitude(),
                    mentions);
        });
    }
}
