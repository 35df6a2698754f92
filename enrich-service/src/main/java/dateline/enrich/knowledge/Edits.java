package dateline.enrich.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Applies edits one after the other to a copy of a knowledge base. Belongs to one thread. */
public final class Edits {
    private static final Pattern ID = Pattern.compile("(person|org|place):[a-z0-9]+(?:-[a-z0-9]+)*");

    private final KnowledgeBase base;
    private final Map<String, Entity> entities;
    /** Ids that were merged away, and the id that each was merged into. */
    private final Map<String, String> merged;

    /** Begins with that knowledge, which stays as it is. */
    public Edits(KnowledgeBase base) {
        this.base = base;
        entities = new TreeMap<>();
        base.entities().forEach(entity -> entities.put(entity.id(), entity));
        merged = new HashMap<>(base.merged());
    }

    /** The knowledge with all edits so far. */
    public KnowledgeBase result() {
        return new KnowledgeBase(List.copyOf(entities.values()), base.demonyms(), Map.copyOf(merged));
    }

    /**
     * Makes one more edit.
     *
     * @throws EditConflictException if it contradicts what is known: a missing entity, a name that is not there, a merge
     *     cycle. Nothing is changed then.
     */
    public void apply(Edit edit) {
        switch (edit) {
            case Edit.AddAlias add -> addAlias(add);
            case Edit.BlockAlias block -> blockAlias(block);
            case Edit.Merge merge -> merge(merge);
            case Edit.Split split -> split(split);
        }
    }

    private void addAlias(Edit.AddAlias add) {
        Entity entity = entity("id", add.id());
        if (add.name().text().isBlank()) {
            throw new EditConflictException("text", "a name must not be blank");
        }
        if (entity.names().stream()
                .anyMatch(name -> name.text().equals(add.name().text()))) {
            throw new EditConflictException(
                    "text", entity.id() + " is called " + add.name().text() + " already");
        }
        List<EntityName> names = new ArrayList<>(entity.names());
        names.add(add.name());
        entities.put(entity.id(), named(entity, entity.name(), names));
    }

    private void blockAlias(Edit.BlockAlias block) {
        Entity entity = entity("id", block.id());
        List<EntityName> names = new ArrayList<>(entity.names());
        if (!names.removeIf(name -> name.text().equals(block.text()))) {
            throw new EditConflictException("text", entity.id() + " is not called " + block.text());
        }
        if (names.isEmpty()) {
            throw new EditConflictException("text", block.text() + " is the only name of " + entity.id());
        }
        entities.put(entity.id(), named(entity, entity.name(), names));
    }

    private void merge(Edit.Merge merge) {
        if (reaches(merge.into(), merge.id())) {
            throw new EditConflictException(
                    "into", "merging " + merge.id() + " into " + merge.into() + " would be a cycle");
        }
        Entity ending = entity("id", merge.id());
        Entity staying = entity("into", merge.into());
        if (ending.type() != staying.type()) {
            throw new EditConflictException(
                    "into",
                    ending.id() + " is a " + ending.type() + ", " + staying.id() + " a " + staying.type()
                            + ": they cannot be one");
        }
        Map<String, EntityName> names = new LinkedHashMap<>();
        staying.names().forEach(name -> names.put(name.text(), name));
        ending.names().forEach(name -> names.putIfAbsent(name.text(), name));
        entities.remove(ending.id());
        entities.put(staying.id(), united(staying, ending, List.copyOf(names.values())));
        merged.put(ending.id(), staying.id());
        entities.replaceAll((id, entity) -> pointing(entity, ending.id(), staying.id()));
    }

    private void split(Edit.Split split) {
        Entity entity = entity("id", split.id());
        if (!ID.matcher(split.newId()).matches()) {
            throw new EditConflictException("newId", "no id: " + split.newId());
        }
        if (entities.containsKey(split.newId())) {
            throw new EditConflictException("newId", split.newId() + " exists already");
        }
        if (!prefix(split.newId()).equals(prefix(split.id()))) {
            throw new EditConflictException(
                    "newId", split.newId() + " must begin with " + prefix(split.id()) + ": like " + split.id());
        }
        List<EntityName> staying = new ArrayList<>();
        List<EntityName> moving = new ArrayList<>();
        entity.names().forEach(name -> (split.texts().contains(name.text()) ? moving : staying).add(name));
        if (moving.size() < Set.copyOf(split.texts()).size()) {
            throw new EditConflictException("texts", entity.id() + " is not called all of " + split.texts());
        }
        if (moving.isEmpty() || staying.isEmpty()) {
            throw new EditConflictException("texts", "after a split, both must have a name");
        }
        Set<String> differentFrom = new TreeSet<>(entity.differentFrom());
        differentFrom.add(split.newId());
        entities.put(entity.id(), different(named(entity, entity.name(), staying), differentFrom));
        entities.put(
                split.newId(),
                new Entity(
                        split.newId(),
                        entity.kind(),
                        split.name(),
                        List.copyOf(moving),
                        entity.countryCode(),
                        List.of(),
                        null,
                        0,
                        0,
                        null,
                        entity.prior(),
                        Set.of(entity.id()),
                        entity.source()));
        merged.remove(split.newId());
    }

    /** The entity of that id, or of the one it was merged into. */
    private Entity entity(String field, String id) {
        String current = id;
        while (merged.containsKey(current)) {
            current = merged.get(current);
        }
        Entity entity = entities.get(current);
        if (entity == null) {
            throw new EditConflictException(field, "there is no " + id);
        }
        return entity;
    }

    private boolean reaches(String from, String to) {
        String current = from;
        while (!current.equals(to) && merged.containsKey(current)) {
            current = merged.get(current);
        }
        return current.equals(to);
    }

    private static String prefix(String id) {
        return id.substring(0, Math.max(0, id.indexOf(':')));
    }

    private static Entity pointing(Entity entity, String from, String to) {
        UnaryOperator<String> follow = id -> id.equals(from) ? to : id;
        boolean same = !entity.differentFrom().contains(from)
                && entity.roles().stream().noneMatch(role -> role.of().equals(from))
                && entity.names().stream().noneMatch(name -> from.equals(name.usedBy()));
        if (same) {
            return entity;
        }
        Set<String> differentFrom = new TreeSet<>();
        entity.differentFrom().stream()
                .map(follow)
                .filter(id -> !id.equals(entity.id()))
                .forEach(differentFrom::add);
        return new Entity(
                entity.id(),
                entity.kind(),
                entity.name(),
                entity.names().stream()
                        .map(name -> new EntityName(
                                name.text(),
                                name.language(),
                                name.kind(),
                                from.equals(name.usedBy()) ? to : name.usedBy()))
                        .toList(),
                entity.countryCode(),
                entity.roles().stream()
                        .map(role -> new Role(role.title(), follow.apply(role.of()), role.startedIn(), role.endedIn()))
                        .toList(),
                entity.position(),
                entity.population(),
                entity.geonamesId(),
                entity.wikidataId(),
                entity.prior(),
                Set.copyOf(differentFrom),
                entity.source());
    }

    /** What only one of the two knew, the one that stays knows then. */
    private static Entity united(Entity staying, Entity ending, List<EntityName> names) {
        Set<Role> roles = new LinkedHashSet<>(staying.roles());
        roles.addAll(ending.roles());
        Set<String> differentFrom = new TreeSet<>(staying.differentFrom());
        differentFrom.addAll(ending.differentFrom());
        differentFrom.removeAll(Set.of(staying.id(), ending.id()));
        return new Entity(
                staying.id(),
                staying.kind(),
                staying.name(),
                names,
                staying.countryCode() == null ? ending.countryCode() : staying.countryCode(),
                List.copyOf(roles),
                staying.position() == null ? ending.position() : staying.position(),
                Math.max(staying.population(), ending.population()),
                staying.geonamesId() == 0 ? ending.geonamesId() : staying.geonamesId(),
                staying.wikidataId() == null ? ending.wikidataId() : staying.wikidataId(),
                Math.max(staying.prior(), ending.prior()),
                Set.copyOf(differentFrom),
                staying.source());
    }

    private static Entity named(Entity entity, String shown, List<EntityName> names) {
        return new Entity(
                entity.id(),
                entity.kind(),
                shown,
                List.copyOf(names),
                entity.countryCode(),
                entity.roles(),
                entity.position(),
                entity.population(),
                entity.geonamesId(),
                entity.wikidataId(),
                entity.prior(),
                entity.differentFrom(),
                entity.source());
    }

    private static Entity different(Entity entity, Set<String> differentFrom) {
        return new Entity(
                entity.id(),
                entity.kind(),
                entity.name(),
                entity.names(),
                entity.countryCode(),
                entity.roles(),
                entity.position(),
                entity.population(),
                entity.geonamesId(),
                entity.wikidataId(),
                entity.prior(),
                Set.copyOf(differentFrom),
                entity.source());
    }
}
