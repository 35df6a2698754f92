package dateline.query.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Reads a request's parameters into a query. */
public final class ArticleQueryReader {
    static final int MAX_SIZE = 100;
    private static final int DEFAULT_SIZE = 20;
    private static final int MAX_VALUES = 20;
    private static final int MAX_VALUE_LENGTH = 256;
    private static final Set<String> PARAMETERS =
            Set.of("q", "entity", "topic", "outlet", "language", "from", "to", "sort", "size", "next", "facets");

    private ArticleQueryReader() {}

    /**
     * Reads them.
     *
     * @throws InvalidParameter if one of them can not be used, or is none that exists
     */
    public static ArticleQuery read(MultiValueMap<String, String> parameters) {
        for (String name : parameters.keySet()) {
            if (!PARAMETERS.contains(name)) {
                throw new InvalidParameter(
                        name,
                        "there is no such parameter; there are "
                                + PARAMETERS.stream().sorted().collect(Collectors.joining(", ")));
            }
        }
        @Nullable TextQuery text = text(parameters);
        Sort sort = sort(parameters, text != null);
        return new ArticleQuery(
                text,
                many(parameters, "entity"),
                many(parameters, "topic"),
                many(parameters, "outlet"),
                many(parameters, "language").stream()
                        .map(language -> language.toLowerCase(Locale.ROOT))
                        .toList(),
                one(parameters, "from")
                        .map(value -> instant("from", value, false))
                        .orElse(null),
                one(parameters, "to").map(value -> instant("to", value, true)).orElse(null),
                sort,
                size(parameters),
                cursor(parameters, sort),
                facets(parameters));
    }

    private static @Nullable TextQuery text(MultiValueMap<String, String> parameters) {
        Optional<String> q = one(parameters, "q");
        if (q.isEmpty()) {
            return null;
        }
        try {
            return TextQueryParser.parse(q.get())
                    .orElseThrow(() -> new InvalidParameter("q", "there is no word in it to look for"));
        } catch (TextQueryException e) {
            throw new InvalidParameter("q", String.valueOf(e.getMessage()));
        }
    }

    private static Sort sort(MultiValueMap<String, String> parameters, boolean hasText) {
        Optional<String> name = one(parameters, "sort");
        if (name.isEmpty()) {
            return hasText ? Sort.RELEVANCE : Sort.NEWEST;
        }
        return switch (name.get()) {
            // Without words everything is equally relevant.
            case "relevance" -> hasText ? Sort.RELEVANCE : Sort.NEWEST;
            case "newest" -> Sort.NEWEST;
            case "oldest" -> Sort.OLDEST;
            default -> throw new InvalidParameter("sort", "must be relevance, newest or oldest");
        };
    }

    private static int size(MultiValueMap<String, String> parameters) {
        Optional<String> size = one(parameters, "size");
        try {
            int number = size.map(Integer::parseInt).orElse(DEFAULT_SIZE);
            if (number >= 0 && number <= MAX_SIZE) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused below, like a number out of range.
        }
        throw new InvalidParameter("size", "must be a number from 0 to " + MAX_SIZE);
    }

    private static @Nullable Cursor cursor(MultiValueMap<String, String> parameters, Sort sort) {
        return one(parameters, "next")
                .map(next -> Cursor.decode(next)
                        .filter(cursor -> cursor.sort() == sort)
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

    private static Instant instant(String parameter, String value, boolean wholePeriod) {
        try {
            if (value.length() <= 10) {
                LocalDate day = LocalDate.parse(value);
                return bounded(
                        (wholePeriod ? day.plusDays(1) : day).atStartOfDay().toInstant(ZoneOffset.UTC));
            }
            // A plus sign that was not escaped in the URL arrives as a blank.
            String text = value.replace(' ', '+');
            Instant instant = text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
            return bounded(wholePeriod ? instant.plusMillis(1) : instant);
        } catch (DateTimeException e) {
            throw new InvalidParameter(
                    parameter, "must be a date such as 2026-04-21 or a time such as 2026-04-21T09:00:00Z");
        }
    }

    private static Instant bounded(Instant instant) {
        int year = instant.atOffset(ZoneOffset.UTC).getYear();
        if (year < 1 || year > 9999) {
            throw new DateTimeException("year " + year);
        }
        return instant;
    }

    private static Optional<String> one(MultiValueMap<String, String> parameters, String name) {
        List<String> values = many(parameters, name, TextQueryParser.MAX_LENGTH);
        if (values.size() > 1) {
            throw new InvalidParameter(name, "must be given once");
        }
        return values.stream().findFirst();
    }

    private static List<String> many(MultiValueMap<String, String> parameters, String name) {
        return many(parameters, name, MAX_VALUE_LENGTH);
    }

    private static List<String> many(MultiValueMap<String, String> parameters, String name, int maxLength) {
        List<String> values = parameters.getOrDefault(name, List.of()).stream()
                .filter(value -> value != null && !value.isBlank())
                .map(String::strip)
                .distinct()
                .toList();
        if (values.size() > MAX_VALUES) {
            throw new InvalidParameter(name, "must be given at most " + MAX_VALUES + " times");
        }
        if (values.stream().anyMatch(value -> value.length() > maxLength)) {
            throw new InvalidParameter(name, "must have at most " + maxLength + " characters");
        }
        return values;
    }
}
