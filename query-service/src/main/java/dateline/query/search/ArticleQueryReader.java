package dateline.query.search;

import dateline.contract.ArticleId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Reads a request's parameters into a query.
 *
 * <ul>
 *   <li>{@code q}: words, see {@link TextQueryParser}
 *   <li>one of each {@link Attribute}, several times if need be; with a {@code -} before the value what has it is left out
 *   <li>one of each {@link Trait}: {@code true} or {@code false}
 *   <li>{@code from}, {@code to}: published between these days (UTC) or times; {@code firstSeenFrom}, {@code firstSeenTo}
 *   <li>{@code nearDuplicateOf}: an article's id
 *   <li>{@code sort}, {@code size}, {@code next}, {@code facets}
 * </ul>
 */
public final class ArticleQueryReader {
    static final int MAX_SIZE = 100;
    private static final int DEFAULT_SIZE = 20;
    private static final String NEAR_DUPLICATE_OF = "nearDuplicateOf";
    private static final Set<String> FILTERS = names(
            Stream.of("q", "from", "to", "firstSeenFrom", "firstSeenTo", NEAR_DUPLICATE_OF),
            Stream.concat(
                    Stream.of(Attribute.values()).map(Attribute::label),
                    Stream.of(Trait.values()).map(Trait::parameter)));
    private static final Set<String> PARAMETERS = names(FILTERS.stream(), Stream.of("sort", "size", "next", "facets"));

    private ArticleQueryReader() {}

    /**
     * Reads them.
     *
     * @throws InvalidParameter if one of them can not be used, or is none that exists
     */
    public static ArticleQuery read(MultiValueMap<String, String> parameters) {
        RequestValues values = new RequestValues(parameters);
        values.refuseOthers(PARAMETERS);
        @Nullable TextQuery text = text(values);
        Sort sort = sort(values, text != null);
        Filters filters = filters(values);
        return new ArticleQuery(
                text,
                filters,
                sort,
                values.number("size", 0, MAX_SIZE, DEFAULT_SIZE),
                cursor(values, sort, Cursor.question(text, filters, sort)),
                facets(parameters));
    }

    /**
     * Reads only what says which articles, for questions that have no pages; nothing is shown or counted by then.
     *
     * @param others parameters that the caller reads
     * @throws InvalidParameter as {@link #read}
     */
    public static ArticleQuery readFilters(MultiValueMap<String, String> parameters, Set<String> others) {
        RequestValues values = new RequestValues(parameters);
        values.refuseOthers(names(FILTERS.stream(), others.stream()));
        @Nullable TextQuery text = text(values);
        return new ArticleQuery(text, filters(values), text == null ? Sort.NEWEST : Sort.RELEVANCE, 0, null, Set.of());
    }

    private static Set<String> names(Stream<String> some, Stream<String> others) {
        return Stream.concat(some, others).collect(Collectors.toCollection(TreeSet::new));
    }

    private static @Nullable TextQuery text(RequestValues values) {
        Optional<String> q = values.whole("q", TextQueryParser.MAX_LENGTH);
        if (q.isEmpty()) {
            return null;
        }
        try {
            return TextQueryParser.parse(q.get())
                    .orElseThrow(() -> new InvalidParameter("q", "there is no word in it to look for"));
        } catch (TextQueryException e) {
            throw new InvalidParameter("q", String.valueOf(e.getMessage()), e.position());
        }
    }

    private static Filters filters(RequestValues values) {
        Map<Attribute, List<String>> wanted = new EnumMap<>(Attribute.class);
        Map<Attribute, List<String>> unwanted = new EnumMap<>(Attribute.class);
        for (Attribute attribute : Attribute.values()) {
            for (String given : values.many(attribute.label())) {
                boolean excluded = given.startsWith("-");
                String value = excluded ? given.substring(1).strip() : given;
                (excluded ? unwanted : wanted)
                        .computeIfAbsent(attribute, any -> new ArrayList<>())
                        .add(normal(attribute, value));
            }
        }
        Map<Trait, Boolean> traits = new EnumMap<>(Trait.class);
        for (Trait trait : Trait.values()) {
            values.truth(trait.parameter()).ifPresent(value -> traits.put(trait, value));
        }
        return new Filters(
                wanted,
                unwanted,
                traits,
                values.period("from", "to"),
                values.period("firstSeenFrom", "firstSeenTo"),
                values.one(NEAR_DUPLICATE_OF)
                        .map(id -> {
                            if (!ArticleId.isValid(id)) {
                                throw new InvalidParameter(NEAR_DUPLICATE_OF, "must be an article's id");
                            }
                            return id;
                        })
                        .orElse(null));
    }

    private static String normal(Attribute attribute, String value) {
        return attribute
                .normal(value)
                .filter(normal -> !normal.isEmpty())
                .orElseThrow(() -> new InvalidParameter(
                        attribute.label(),
                        attribute == Attribute.CHANNEL ? "must be feed or submitted" : "needs a value behind the -"));
    }

    private static Sort sort(RequestValues values, boolean hasText) {
        Sort sort = values.one("sort")
                .map(name -> Sort.of(name)
                        .orElseThrow(() -> new InvalidParameter(
                                "sort",
                                "must be one of "
                                        + Stream.of(Sort.values())
                                                .map(Sort::label)
                                                .collect(Collectors.joining(", ")))))
                .orElse(Sort.RELEVANCE);
        // Without words everything is equally relevant.
        return sort == Sort.RELEVANCE && !hasText ? Sort.NEWEST : sort;
    }

    private static @Nullable Cursor cursor(RequestValues values, Sort sort, int question) {
        return values.whole("next", Cursor.MAX_LENGTH)
                .map(next -> Cursor.decode(next)
                        .filter(cursor -> cursor.sort() == sort && cursor.question() == question)
                        .orElseThrow(() -> new InvalidParameter(
                                "next", "must be the next of an earlier answer to the same query")))
                .orElse(null);
    }

    private static Set<Facet> facets(MultiValueMap<String, String> parameters) {
        List<String> names = parameters.getOrDefault("facets", List.of());
        if (names.isEmpty()) {
            return EnumSet.allOf(Facet.class);
        }
        return names.stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> Facet.of(name)
                        .orElseThrow(() -> new InvalidParameter(
                                "facets",
                                "must be some of "
                                        + Stream.of(Facet.values())
                                                .map(Facet::label)
                                                .collect(Collectors.joining(", ")))))
                .collect(Collectors.toUnmodifiableSet());
    }
}
