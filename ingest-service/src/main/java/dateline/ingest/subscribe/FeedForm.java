package dateline.ingest.subscribe;

import dateline.contract.CanonicalUrl;
import dateline.contract.Outlet;
import dateline.ingest.problem.InvalidField;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/**
 * A subscription as people write it, in JSON or YAML: {@code url}, {@code title}, {@code outlet} ({@code id},
 * {@code name}, {@code country}, {@code language}, {@code tags}), {@code paused}, {@code minInterval},
 * {@code maxInterval}, {@code fullText}. What is left out stays as it was or takes its default; {@code null} takes a
 * setting back. Names may also be written with hyphens.
 */
final class FeedForm {
    private static final Set<String> FIELDS =
            Set.of("url", "title", "outlet", "paused", "minInterval", "maxInterval", "fullText");
    private static final Set<String> OUTLET_FIELDS = Set.of("id", "name", "country", "language", "tags");
    private static final int LONGEST = 300;
    private static final int MOST_TAGS = 30;

    private final Map<String, @Nullable Object> fields;

    /** @throws InvalidField if a field's name is unknown */
    FeedForm(Map<String, @Nullable Object> fields) {
        this.fields = camelCase(fields, "", FIELDS);
    }

    /**
     * The address to subscribe to, as it was given.
     *
     * @throws InvalidField if there is none or it is not an absolute http or https URL
     */
    String url() {
        String url = text("url", fields.get("url"));
        if (url == null) {
            throw new InvalidField("url", "is missing");
        }
        try {
            CanonicalUrl.of(url);
            return url;
        } catch (IllegalArgumentException e) {
            throw new InvalidField("url", String.valueOf(e.getMessage()));
        }
    }

    /**
     * A new subscription.
     *
     * @param url the feed's address, as discovery found it
     * @param feedTitle what the feed calls itself, if known
     * @throws InvalidField naming the first field that is wrong
     */
    Subscription create(String url, @Nullable String feedTitle, Instant now) {
        return change(Subscription.unnamed(url, feedTitle, now));
    }

    /**
     * The subscription with what the form says.
     *
     * @throws InvalidField naming the first field that is wrong
     */
    Subscription change(Subscription base) {
        Duration min = fields.containsKey("minInterval") ? duration("minInterval") : base.minInterval();
        Duration max = fields.containsKey("maxInterval") ? duration("maxInterval") : base.maxInterval();
        if (min != null && max != null && min.compareTo(max) > 0) {
            throw new InvalidField("minInterval", "is longer than maxInterval");
        }
        return new Subscription(
                base.id(),
                base.url(),
                fields.containsKey("title") ? text("title", fields.get("title")) : base.title(),
                outlet(base.outlet()),
                flag("paused", base.paused()),
                min,
                max,
                flag("fullText", base.fullText()),
                base.addedAt(),
                base.pollRequestedAt());
    }

    private Outlet outlet(Outlet base) {
        Object value = fields.get("outlet");
        if (value == null) {
            return base;
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw new InvalidField("outlet", "must be an object with id, name, country, language, tags");
        }
        Map<String, @Nullable Object> given = camelCase(map, "outlet.", OUTLET_FIELDS);
        String id = text("outlet.id", given.get("id"));
        String name = text("outlet.name", given.get("name"));
        return new Outlet(
                id == null ? base.id() : id,
                name == null ? base.name() : name,
                given.containsKey("country") ? country(given.get("country")) : base.country(),
                given.containsKey("language") ? language(given.get("language")) : base.language(),
                given.containsKey("tags") ? tags(given.get("tags")) : base.tags());
    }

    private static @Nullable String country(@Nullable Object value) {
        String country = text("outlet.country", value);
        if (country == null) {
            return null;
        }
        String upper = country.toUpperCase(Locale.ROOT);
        if (!Arrays.asList(Locale.getISOCountries()).contains(upper)) {
            throw new InvalidField("outlet.country", "is not an ISO 3166 alpha-2 code, such as AM");
        }
        return upper;
    }

    private static @Nullable String language(@Nullable Object value) {
        String language = text("outlet.language", value);
        if (language == null) {
            return null;
        }
        try {
            return new Locale.Builder().setLanguageTag(language).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            throw new InvalidField("outlet.language", "is not a BCP 47 language tag, such as en or pt-BR");
        }
    }

    private static List<String> tags(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list) || list.size() > MOST_TAGS) {
            throw new InvalidField("outlet.tags", "must be a list of at most " + MOST_TAGS + " words");
        }
        List<String> tags = new ArrayList<>();
        for (Object tag : list) {
            String text = text("outlet.tags", tag);
            if (text == null) {
                throw new InvalidField("outlet.tags", "has an empty entry");
            }
            tags.add(text);
        }
        return tags;
    }

    private @Nullable Duration duration(String field) {
        String text = text(field, fields.get(field));
        if (text == null) {
            return null;
        }
        Duration duration;
        try {
            duration = DurationStyle.detectAndParse(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidField(field, "is not a duration, such as 10m or PT10M");
        }
        if (!duration.isPositive() || duration.compareTo(Duration.ofDays(30)) > 0) {
            throw new InvalidField(field, "must be more than zero and at most 30 days");
        }
        return duration;
    }

    private boolean flag(String field, boolean base) {
        Object value = fields.get(field);
        if (value == null) {
            return base;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw new InvalidField(field, "must be true or false");
    }

    private static @Nullable String text(String field, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (!(value instanceof String || value instanceof Number)) {
            throw new InvalidField(field, "must be text");
        }
        String text = value.toString().strip();
        if (text.isEmpty()) {
            throw new InvalidField(field, "is empty");
        }
        if (text.length() > LONGEST && !field.equals("url")) {
            throw new InvalidField(field, "is longer than " + LONGEST + " characters");
        }
        return text;
    }

    private static Map<String, @Nullable Object> camelCase(Map<?, ?> given, String prefix, Set<String> allowed) {
        Map<String, @Nullable Object> named = new TreeMap<>();
        given.forEach((key, value) -> {
            StringBuilder name = new StringBuilder();
            for (String part : String.valueOf(key).split("-")) {
                boolean capital = !name.isEmpty() && !part.isEmpty();
                name.append(capital ? part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1) : part);
            }
            if (!allowed.contains(name.toString())) {
                throw new InvalidField(prefix + key, "is unknown; known are " + String.join(", ", sorted(allowed)));
            }
            named.put(name.toString(), value);
        });
        return named;
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
