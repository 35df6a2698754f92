package dateline.query.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The values of a request's parameters, within bounds. Empty ones, which forms send, count as not given.
 *
 * @param parameters as they came
 */
public record RequestValues(MultiValueMap<String, String> parameters) {
    private static final int MAX_VALUES = 20;
    private static final int MAX_VALUE_LENGTH = 256;

    /**
     * A parameter that is given at most once.
     *
     * @throws InvalidParameter if it is given more often or is too long
     */
    public Optional<String> one(String name) {
        return whole(name, MAX_VALUE_LENGTH).map(String::strip);
    }

    /** The same, with the blanks around it, so that offsets in it are those in the request. */
    Optional<String> whole(String name, int maxLength) {
        List<String> values = given(name, maxLength);
        if (values.size() > 1) {
            throw new InvalidParameter(name, "must be given once");
        }
        return values.stream().findFirst();
    }

    /**
     * A parameter that may be given several times.
     *
     * @throws InvalidParameter if it is given too often or a value is too long
     */
    public List<String> many(String name) {
        return given(name, MAX_VALUE_LENGTH).stream()
                .map(String::strip)
                .distinct()
                .toList();
    }

    /** A parameter that is {@code true} or {@code false}. */
    public Optional<Boolean> truth(String name) {
        return one(name).map(value -> switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new InvalidParameter(name, "must be true or false");
        });
    }

    /** A whole number within bounds. */
    public int number(String name, int least, int most, int otherwise) {
        Optional<String> given = one(name);
        try {
            int number = given.map(Integer::parseInt).orElse(otherwise);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused below, like a number out of range.
        }
        throw new InvalidParameter(name, "must be a number from " + least + " to " + most);
    }

    /** The time between two parameters, each a day in UTC or a time; both belong to it. */
    public Period period(String from, String to) {
        return new Period(
                one(from).map(value -> instant(from, value, false)).orElse(null),
                one(to).map(value -> instant(to, value, true)).orElse(null));
    }

    /**
     * Sees to it that there are no parameters but these: one that is written wrong would change nothing, silently.
     *
     * @throws InvalidParameter if there is another one
     */
    public void refuseOthers(String... known) {
        refuseOthers(new java.util.TreeSet<>(List.of(known)));
    }

    void refuseOthers(java.util.Set<String> known) {
        for (String name : parameters.keySet()) {
            if (!known.contains(name)) {
                throw new InvalidParameter(name, "there is no such parameter; there are " + String.join(", ", known));
            }
        }
    }

    private List<String> given(String name, int maxLength) {
        List<String> values = parameters.getOrDefault(name, List.of()).stream()
                .filter(RequestValues::isGiven)
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

    private static boolean isGiven(@Nullable String value) {
        return value != null && !value.isBlank();
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
}
