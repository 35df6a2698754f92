package dateline.query.search;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What narrows the articles that are asked for, besides words. Maps are in the order of their keys' declaration.
 *
 * @param wanted values that must be there: all of them of what an article may have several of, else one of them
 * @param unwanted values of which none may be there
 * @param traits what an article must be, or must not be
 * @param published when it was published
 * @param firstSeen when Dateline first saw it
 * @param nearDuplicateOf the id of an article whose text it repeats, or which repeats its text
 */
public record Filters(
        Map<Attribute, List<String>> wanted,
        Map<Attribute, List<String>> unwanted,
        Map<Trait, Boolean> traits,
        Period published,
        Period firstSeen,
        @Nullable String nearDuplicateOf) {
    /** Nothing is left out. */
    public static final Filters NONE = new Filters(Map.of(), Map.of(), Map.of(), Period.ALWAYS, Period.ALWAYS, null);

    public Filters {
        wanted = ordered(Attribute.class, wanted);
        unwanted = ordered(Attribute.class, unwanted);
        traits = ordered(Trait.class, traits);
    }

    /** The values that must be there. */
    public List<String> wanted(Attribute attribute) {
        return wanted.getOrDefault(attribute, List.of());
    }

    /** The same, published in another time. */
    public Filters publishedIn(Period period) {
        return new Filters(wanted, unwanted, traits, period, firstSeen, nearDuplicateOf);
    }

    /** The same, asking for one trait more. */
    public Filters with(Trait trait, boolean value) {
        Map<Trait, Boolean> more = new EnumMap<>(Trait.class);
        more.putAll(traits);
        more.put(trait, value);
        return new Filters(wanted, unwanted, more, published, firstSeen, nearDuplicateOf);
    }

    /** The same, asking for one value more. */
    public Filters with(Attribute attribute, String value) {
        Map<Attribute, List<String>> more = new EnumMap<>(Attribute.class);
        more.putAll(wanted);
        more.merge(
                attribute,
                List.of(value),
                (a, b) -> java.util.stream.Stream.concat(a.stream(), b.stream())
                        .distinct()
                        .toList());
        return new Filters(more, unwanted, traits, published, firstSeen, nearDuplicateOf);
    }

    private static <K extends Enum<K>, V> Map<K, V> ordered(Class<K> keys, Map<K, V> map) {
        Map<K, V> copy = new EnumMap<>(keys);
        copy.putAll(map);
        return Collections.unmodifiableMap(copy);
    }
}
