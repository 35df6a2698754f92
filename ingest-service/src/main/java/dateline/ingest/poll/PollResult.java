package dateline.ingest.poll;

import dateline.ingest.subscribe.PollError;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the answer to a poll means. */
sealed interface PollResult {
    /**
     * Nothing new, said by the server or by the document's hash.
     *
     * @param asked how long the server asked to be left alone; zero if it did not
     */
    record Unchanged(
            @Nullable String etag,
            @Nullable String lastModified,
            Duration asked,
            @Nullable String movedTo) implements PollResult {}

    /**
     * A document that could be read.
     *
     * @param title the feed's own title, or empty
     * @param dates publication dates of its entries, as far as believed
     * @param problems what is odd about it
     * @param quiet when its publisher says that nothing new comes
     * @param hub a hub that pushes its updates, if it names one
     */
    record Document(
            String title,
            @Nullable String language,
            String format,
            List<String> problems,
            List<Entry> entries,
            List<Instant> dates,
            @Nullable String etag,
            @Nullable String lastModified,
            long bodyHash,
            Duration asked,
            @Nullable String movedTo,
            QuietTimes quiet,
            @Nullable HubOffer hub)
            implements PollResult {
        Document withEntries(List<Entry> some) {
            return new Document(
                    title,
                    language,
                    format,
                    problems,
                    some,
                    dates,
                    etag,
                    lastModified,
                    bodyHash,
                    asked,
                    movedTo,
                    quiet,
                    hub);
        }
    }

    /**
     * A list of sitemaps, which are fetched one by one.
     *
     * @param sitemaps in the order given
     */
    record Index(
            List<Child> sitemaps,
            List<String> problems,
            Duration asked,
            @Nullable String movedTo) implements PollResult {
        /** One of them, and when it changed, as far as said and believed. */
        record Child(String url, @Nullable Instant lastModified) {}
    }

    /**
     * The poll failed.
     *
     * @param retryAfter how long the server asked to be left alone, if it did
     */
    record Failed(PollError error, String reason, @Nullable Duration retryAfter) implements PollResult {}
}
