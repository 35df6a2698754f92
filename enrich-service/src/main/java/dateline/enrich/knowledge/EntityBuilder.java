package dateline.enrich.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An entity while the layers are laid over each other. */
final class EntityBuilder {
    private static final Pattern ID = Pattern.compile("(person|org|place):[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final Pattern QID = Pattern.compile("Q[1-9][0-9]{0,11}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    final String id;
    /** File and line that last spoke of it, for messages. */
    String where;

    private @Nullable EntityKind kind;
    private @Nullable String name;
    /** By text; who speaks last of a spelling decides what kind it is. */
    private final Map<String, EntityName> names = new LinkedHashMap<>();

    private @Nullable String country;
    private List<Role> roles = List.of();
    private @Nullable Location location;
    private long population;
    private long geonames;
    private @Nullable WikidataId wikidata;
    private double prior = 0.1;
    private final Set<String> differentFrom = new TreeSet<>();
    private @Nullable String source;

    EntityBuilder(String id, String where) {
        if (!ID.matcher(id).matches()) {
            throw new InvalidKnowledgeException(
                    where + ": id must be person:, org: or place: and a slug of a-z, 0-9 and hyphens, not " + id);
        }
        this.id = id;
        this.where = where;
    }

    void apply(EntityLine line, String where) {
        this.where = where;
        if (line.kind() != null) {
            kind(line.kind());
        }
        for (String wrong : orEmpty(line.drop())) {
            if (names.remove(wrong) == null) {
                throw invalid("drops a name that no lower layer gives: " + wrong);
            }
        }
        if (line.name() != null) {
            name(line.name());
        }
        addAll(line.names(), EntityName.Kind.NAME);
        addAll(line.shorts(), EntityName.Kind.SHORT);
        addAll(line.acronyms(), EntityName.Kind.ACRONYM);
        addAll(line.former(), EntityName.Kind.FORMER);
        for (EntityLine.ContestedLine contested : orEmpty(line.contested())) {
            add(new EntityName(
                    required(contested.name(), "contested name"),
                    required(contested.language(), "language of a contested name"),
                    EntityName.Kind.CONTESTED,
                    contested.usedBy()));
        }
        if (line.country() != null) {
            country(line.country());
        }
        if (line.roles() != null) {
            roles = line.roles().stream()
                    .map(role -> new Role(
                            required(role.title(), "title of a role"),
                            required(role.of(), "of of a role"),
                            role.since(),
                            role.until()))
                    .sorted(Comparator.comparing(Role::isCurrent).reversed())
                    .toList();
        }
        applyFacts(line);
    }

    private void applyFacts(EntityLine line) {
        if (line.lat() != null || line.lon() != null) {
            if (line.lat() == null || line.lon() == null) {
                throw invalid("lat and lon go together");
            }
            locate(line.lat(), line.lon());
        }
        if (line.population() != null) {
            population = line.population();
        }
        if (line.geonames() != null) {
            geonames = line.geonames();
        }
        if (line.wikidata() != null) {
            wikidata(
                    required(line.wikidata().id(), "id of wikidata"),
                    required(line.wikidata().source(), "source of wikidata"));
        }
        if (line.prior() != null) {
            prior(line.prior());
        }
        differentFrom.addAll(orEmpty(line.differentFrom()));
        // A curated line on a generated record adds to it, but what it adds to keeps its licence.
        if (line.source() != null && source == null) {
            source = line.source();
        }
    }

    void kind(String label) {
        kind = EntityKind.of(label).orElseThrow(() -> invalid("unknown kind: " + label));
        String prefix = switch (kind.type()) {
            case PERSON -> "person:";
            case ORGANISATION -> "org:";
            case PLACE -> "place:";
        };
        if (!id.startsWith(prefix)) {
            throw invalid("kind " + label + " needs an id that begins with " + prefix);
        }
    }

    void name(String shown) {
        name = shown;
        add(new EntityName(shown, "en", EntityName.Kind.NAME));
    }

    void country(String code) {
        if (!COUNTRY.matcher(code).matches()) {
            throw invalid("country must be two capital letters, not " + code);
        }
        country = code;
    }

    void locate(double lat, double lon) {
        try {
            location = new Location(lat, lon);
        } catch (IllegalArgumentException e) {
            throw invalid(String.valueOf(e.getMessage()));
        }
    }

    void population(long people) {
        population = people;
    }

    void geonames(long geonamesId) {
        geonames = geonamesId;
    }

    void wikidata(String qid, String confirmedBy) {
        if (!QID.matcher(qid).matches()) {
            throw invalid("no Wikidata id: " + qid);
        }
        wikidata = new WikidataId(qid, confirmedBy);
    }

    void prior(double value) {
        if (!(value >= 0 && value <= 1)) {
            throw invalid("prior must be from 0 to 1, not " + value);
        }
        prior = value;
    }

    void source(String name) {
        source = name;
    }

    void add(EntityName added) {
        if (added.text().isBlank() || !added.text().equals(added.text().strip())) {
            throw invalid("a name is blank or has blanks around it: '" + added.text() + "'");
        }
        names.put(added.text(), added);
    }

    private void addAll(@Nullable Map<String, List<String>> byLanguage, EntityName.Kind nameKind) {
        if (byLanguage == null) {
            return;
        }
        byLanguage.forEach((language, texts) -> texts.forEach(text -> add(new EntityName(text, language, nameKind))));
    }

    Entity build(Map<String, Source> sources, Set<String> ids) {
        EntityKind knownKind = kind;
        if (knownKind == null) {
            throw invalid("has no kind");
        }
        String shown = required(name, "name");
        Source knownSource = source(required(source, "source"), sources);
        if (wikidata != null) {
            source(wikidata.source(), sources);
        }
        roles.forEach(role -> refer(role.of(), ids));
        differentFrom.forEach(other -> refer(other, ids));
        names.values().forEach(spelling -> spelling.side().ifPresent(side -> refer(side, ids)));
        return new Entity(
                id,
                knownKind,
                shown,
                allNames(shown),
                country,
                roles,
                location,
                population,
                geonames,
                wikidata,
                prior,
                differentFrom.isEmpty() ? Set.of() : Set.copyOf(differentFrom),
                knownSource);
    }

    private List<EntityName> allNames(String shown) {
        List<EntityName> all = new ArrayList<>(names.size());
        all.add(names.getOrDefault(shown, new EntityName(shown, "en", EntityName.Kind.NAME)));
        names.values().stream()
                .filter(spelling -> !spelling.text().equals(shown))
                .forEach(all::add);
        return List.copyOf(all);
    }

    private Source source(String sourceName, Map<String, Source> sources) {
        Source known = sources.get(sourceName);
        if (known == null) {
            throw invalid("unknown source: " + sourceName);
        }
        return known;
    }

    private void refer(String other, Set<String> ids) {
        if (!ids.contains(other)) {
            throw invalid("refers to " + other + ", which does not exist");
        }
    }

    private <T> T required(@Nullable T value, String what) {
        if (value == null) {
            throw invalid("has no " + what);
        }
        return value;
    }

    private InvalidKnowledgeException invalid(String problem) {
        return new InvalidKnowledgeException(where + ": " + id + ": " + problem);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
