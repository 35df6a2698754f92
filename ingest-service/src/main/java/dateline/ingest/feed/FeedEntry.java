package dateline.ingest.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a feed. Texts marked as HTML are safe to show: without scripts, styles' tricks and event handlers, with
 * absolute addresses.
 *
 * @param id the entry's own id ({@code guid}, {@code atom:id}, …) exactly as given
 * @param link the article's page, absolute
 * @param title as given, HTML if the feed says or shows so
 * @param titleText the title as plain text on one line
 * @param authors in the order given; the feed's own authors are not repeated here
 * @param published when it was published
 * @param updated when it was last changed
 * @param summary HTML or plain text
 * @param content HTML or plain text of the article
 * @param fullText whether the content was given as such, not only as a summary or description
 * @param categories labels in the order given, each once
 * @param language BCP 47 tag of the entry, inherited from the feed
 * @param enclosures in the order given
 * @param image address of the entry's lead picture, absolute
 * @param comments address of the page with readers' comments, absolute
 * @param source title of the feed or outlet it was taken from
 */
public record FeedEntry(
        @Nullable String id,
        @Nullable String link,
        @Nullable String title,
        @Nullable String titleText,
        List<FeedAuthor> authors,
        @Nullable FeedDate published,
        @Nullable FeedDate updated,
        @Nullable String summary,
        @Nullable String content,
        boolean fullText,
        List<String> categories,
        @Nullable String language,
        List<Enclosure> enclosures,
        @Nullable String image,
        @Nullable String comments,
        @Nullable String source) {
    public FeedEntry {
        authors = List.copyOf(authors);
        categories = List.copyOf(categories);
        enclosures = List.copyOf(enclosures);
    }
}
