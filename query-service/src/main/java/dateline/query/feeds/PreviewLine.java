package dateline.query.feeds;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a feed would bring, as ingest-service tells it. */
public record PreviewLine(
        String url,
        @Nullable String title,
        @Nullable String format,
        @Nullable String language,
        int entries,
        @Nullable List<Line> first,
        @Nullable Sample sample,
        @Nullable List<String> notes,
        @Nullable List<Other> alternatives,
        @Nullable String knownAs) {
    /** An entry. */
    public record Line(
            @Nullable String title,
            @Nullable String link,
            @Nullable Instant published,
            boolean fetchesPage) {}

    /** An article as it would be ingested. */
    public record Sample(
            @Nullable String title,
            @Nullable String url,
            @Nullable Instant published,
            @Nullable List<String> bylines,
            @Nullable List<String> paragraphs,
            int characters,
            @Nullable Map<String, Integer> leftOut,
            @Nullable String note) {}

    /** Another feed found at the address. */
    public record Other(String url, @Nullable String title) {}
}
