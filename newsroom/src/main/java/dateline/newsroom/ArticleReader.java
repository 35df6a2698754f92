package dateline.newsroom;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads an article's text file and the labels beside it. */
final class ArticleReader {
    private static final String DAY_ONLY = "\\d{4}-\\d{2}-\\d{2}";

    private final Map<String, SampleOutlet> outlets;
    private final JsonMapper json;

    ArticleReader(Map<String, SampleOutlet> outlets, JsonMapper json) {
        this.outlets = outlets;
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
    }

    SampleArticle read(Path file) {
        String name = String.valueOf(file.getFileName());
        String slug = name.substring(0, name.length() - ".txt".length());
        try {
            return parse(slug, Newsroom.content(file), gold(file.resolveSibling(slug + ".gold.json")));
        } catch (RuntimeException e) {
            throw new IllegalStateException(file + ": " + e.getMessage(), e);
        }
    }

    private GoldLabels gold(Path file) {
        try {
            return json.readValue(Newsroom.content(file), GoldLabels.class);
        } catch (JacksonException e) {
            throw new IllegalStateException(file.getFileName() + ": " + e.getOriginalMessage(), e);
        }
    }

    private SampleArticle parse(String slug, String text, GoldLabels gold) {
        int blank = text.indexOf("\n\n");
        if (blank < 0) {
            throw new IllegalArgumentException("no empty line between head and body");
        }
        Map<String, String> head = head(text.substring(0, blank));
        SampleOutlet outlet = outlets.get(required(head, "Outlet"));
        if (outlet == null) {
            throw new IllegalArgumentException("unknown outlet " + head.get("Outlet"));
        }
        String published = required(head, "Published");
        boolean day = published.matches(DAY_ONLY);
        return new SampleArticle(
                slug,
                outlet,
                "/" + outlet.id() + required(head, "Url-Path"),
                required(head, "Title"),
                text.substring(blank + 2).stripTrailing(),
                head.get("Byline"),
                head.get("Section"),
                instant(published, day),
                day,
                Boolean.parseBoolean(head.get("Dateline-only")),
                SampleArticle.Split.valueOf(
                        required(head, "Split").toUpperCase(Locale.ROOT).replace('-', '_')),
                gold);
    }

    private static Instant instant(String published, boolean day) {
        return day
                ? LocalDate.parse(published).atStartOfDay(ZoneOffset.UTC).toInstant()
                : OffsetDateTime.parse(published).toInstant();
    }

    private static Map<String, String> head(String lines) {
        Map<String, String> head = new LinkedHashMap<>();
        for (String line : lines.split("\n")) {
            int colon = line.indexOf(": ");
            if (colon < 0) {
                throw new IllegalArgumentException("not a header: " + line);
            }
            head.put(line.substring(0, colon), line.substring(colon + 2));
        }
        return head;
    }

    private static String required(Map<String, String> head, String name) {
        @Nullable String value = head.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no header " + name);
        }
        return value;
    }
}
