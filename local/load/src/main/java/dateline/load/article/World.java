package dateline.load.article;

import dateline.contract.EntityType;
import dateline.enrich.knowledge.Entity;
import dateline.enrich.knowledge.EntityName;
import dateline.enrich.knowledge.KnowledgeBase;
import dateline.enrich.knowledge.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Whom articles can be about: the knowledge base's persons, organisations and places, the prominent first, and invented
 * ones after them, of whom each is named now and then. How often somebody is named falls with the rank (Zipf).
 */
final class World {
    private static final Map<EntityType, Integer> INVENTED =
            Map.of(EntityType.PERSON, 150_000, EntityType.ORGANISATION, 40_000, EntityType.PLACE, 5_000);
    private static final int PURPOSE = 20;

    private final long seed;
    private final Letters letters;
    private final Map<EntityType, Crowd> crowds = new EnumMap<>(EntityType.class);
    private final TreeMap<Integer, Zipf> ranksOfSome = new TreeMap<>();

    /** All of a type, the prominent first. */
    private record Crowd(List<Named> known, Zipf ranks, Map<String, List<Named>> byCountry) {}

    World(KnowledgeBase knowledge, long seed) {
        this.seed = seed;
        for (EntityType type : EntityType.values()) {
            List<Named> some = knowledge.entities().stream()
                    .filter(entity -> entity.type() == type)
                    .sorted(Comparator.comparingDouble(Entity::prior)
                            .reversed()
                            .thenComparingLong(
                                    entity -> Dice.of(seed, PURPOSE, entity.id().hashCode())
                                            .below(Integer.MAX_VALUE)))
                    .map(World::named)
                    .toList();
            Map<String, List<Named>> countries = new HashMap<>();
            for (Named each : some) {
                if (each.country() != null) {
                    countries
                            .computeIfAbsent(each.country(), country -> new ArrayList<>())
                            .add(each);
                }
            }
            int all = some.size() + INVENTED.getOrDefault(type, 0);
            crowds.put(type, new Crowd(some, new Zipf(all, type == EntityType.PERSON ? 0.95 : 1.05), countries));
        }
        this.letters = new Letters(crowd(EntityType.PERSON).known().stream()
                .map(person -> person.again("en").toLowerCase(Locale.ROOT))
                .filter(name -> name.chars().allMatch(c -> c >= 'a' && c <= 'z'))
                .toList());
        for (int size = 1; size < 5_000; size = size * 3 / 2 + 1) {
            ranksOfSome.put(size, new Zipf(size, 1.0));
        }
    }

    private static Named named(Entity entity) {
        Map<String, String> names = new HashMap<>();
        Map<String, String> shortNames = new HashMap<>();
        for (EntityName name : entity.names()) {
            switch (name.kind()) {
                case NAME -> names.putIfAbsent(name.language(), name.text());
                case SHORT, ACRONYM -> shortNames.putIfAbsent(name.language(), name.text());
                case FORMER, CONTESTED -> {}
            }
        }
        names.put("en", entity.name());
        Location position = entity.position();
        return new Named(
                entity.id(),
                entity.type(),
                entity.name(),
                Map.copyOf(names),
                Map.copyOf(shortNames),
                entity.countryCode(),
                entity.wikidataId() == null ? null : entity.wikidataId().id(),
                position == null ? null : position.latitude(),
                position == null ? null : position.longitude());
    }

    /** The prominent ones often, the others seldom. */
    Named any(EntityType type, Dice dice) {
        Crowd crowd = crowd(type);
        int rank = crowd.ranks().draw(dice);
        int known = crowd.known().size();
        return rank < known ? crowd.known().get(rank) : invented(type, rank - known);
    }

    /** One of that country, if anybody is known there. */
    Named of(String country, EntityType type, Dice dice) {
        List<Named> some = crowd(type).byCountry().getOrDefault(country, List.of());
        var ranks = ranksOfSome.floorEntry(some.size());
        return ranks == null ? any(type, dice) : some.get(ranks.getValue().draw(dice));
    }

    private Crowd crowd(EntityType type) {
        return Objects.requireNonNull(crowds.get(type), type.name());
    }

    private Named invented(EntityType type, int number) {
        Dice dice = Dice.of(seed, PURPOSE + 1 + type.ordinal(), number);
        String first = Wording.capital(letters.word(dice));
        String second = Wording.capital(letters.word(dice));
        String name = switch (type) {
            case PERSON -> first + " " + second;
            case ORGANISATION ->
                first + " " + second + " " + dice.oneOf(List.of("Group", "Institute", "Union", "Works"));
            case PLACE -> first;
        };
        String id = "nil:"
                + switch (type) {
                    case PERSON -> "person:";
                    case ORGANISATION -> "org:";
                    case PLACE -> "place:";
                }
                + name.toLowerCase(Locale.ROOT).replace(' ', '-');
        return new Named(id, type, name, Map.of(), Map.of(), null, null, null, null);
    }

    /** A known one by rank, the most prominent first; for whoever asks questions about them. */
    Named known(EntityType type, int rank) {
        List<Named> some = crowd(type).known();
        return some.get(Math.min(rank, some.size() - 1));
    }

    /** Cities large enough for a newspaper of their own. */
    List<Named> towns() {
        return crowd(EntityType.PLACE).known().stream()
                .filter(place -> place.latitude() != null && place.country() != null)
                .filter(place -> place.name().chars().allMatch(c -> c < 128))
                .limit(2_000)
                .toList();
    }
}
