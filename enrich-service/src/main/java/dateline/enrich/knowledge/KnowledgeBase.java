package dateline.enrich.knowledge;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every entity that is known by name. Immutable, and safe to share between threads.
 *
 * <p>The data lies in {@code knowledge/} on the class path: {@code generated/} is made from registry packages,
 * {@code curated/} is written by people. A curated record with the id of a generated one adds to it and overrides it;
 * an operator's own directory does the same to both. {@code knowledge/README.md} describes the files.
 */
public final class KnowledgeBase {
    private final List<Entity> entities;
    private final Map<String, Entity> byId;
    private final List<Demonym> demonyms;

    /** Ids that edits have merged away, and what each was merged into. */
    private final Map<String, String> merged;

    /** Knows these; no id may stand twice. */
    public KnowledgeBase(List<Entity> entities, List<Demonym> demonyms) {
        this(entities, demonyms, Map.of());
    }

    KnowledgeBase(List<Entity> entities, List<Demonym> demonyms, Map<String, String> merged) {
        this.entities = List.copyOf(entities);
        this.demonyms = List.copyOf(demonyms);
        Map<String, Entity> ids = HashMap.newHashMap(entities.size());
        entities.forEach(entity -> ids.put(entity.id(), entity));
        byId = ids;
        this.merged = merged;
    }

    /**
     * What Dateline brings along.
     *
     * @throws InvalidKnowledgeException if a file is wrong; the message names file and line
     */
    public static KnowledgeBase load() {
        return KnowledgeFiles.ofClassPath().read();
    }

    /**
     * What Dateline brings along, with an operator's files laid over it.
     *
     * @param overlay a directory that may hold {@code *.jsonl} and {@code demonyms.tsv}
     * @throws InvalidKnowledgeException if a file is wrong or the directory cannot be read
     */
    public static KnowledgeBase load(Path overlay) {
        return KnowledgeFiles.ofClassPath().with(overlay).read();
    }

    /** All entities, in the order of their ids. */
    public List<Entity> entities() {
        return entities;
    }

    /** The entity of that id, or the one that it was merged into. */
    public Optional<Entity> find(String id) {
        String current = id;
        // Edits refuse cycles, so this comes to an end.
        for (String into = merged.get(id); into != null; into = merged.get(into)) {
            current = into;
        }
        return Optional.ofNullable(byId.get(current));
    }

    /**
     * This knowledge with the edits applied, in their order. Two entities may have one name; which is meant, the article
     * decides.
     *
     * @throws EditConflictException if one of them contradicts what is known: a missing entity, a name that is not
     *     there, a merge cycle. Nothing is changed then.
     */
    public KnowledgeBase with(List<Edit> edits) {
        Edits applied = new Edits(this);
        edits.forEach(applied::apply);
        return applied.result();
    }

    /** Ids that were merged away and lead to this entity now, in order. */
    public List<String> formerIds(String id) {
        return merged.keySet().stream()
                .filter(former ->
                        find(former).filter(entity -> entity.id().equals(id)).isPresent())
                .sorted()
                .toList();
    }

    /** Ids that were merged away, and the id that each was merged into. */
    Map<String, String> merged() {
        return merged;
    }

    /** Words that hint at a country and name none: Belarusian, белорусский. */
    public List<Demonym> demonyms() {
        return demonyms;
    }
}
