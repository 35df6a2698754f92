package dateline.ingest.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed or sitemap with its entries.
 *
 * @param format what it is written in
 * @param encoding name of the character encoding it was read with
 * @param id the feed's own id, exactly as given
 * @param title as given, HTML if the feed says or shows so
 * @param link the site's page, absolute
 * @param description as given
 * @param language BCP 47 tag
 * @param authors in the order given
 * @param published when it was published
 * @param updated when it was last changed
 * @param image address of its logo, absolute
 * @param rhythm what it says about when to poll it
 * @param links what it says about where to poll it
 * @param entries in the order given
 * @param problems see {@link FeedDocument#problems}
 */
public record Feed(
        FeedFormat format,
        String encoding,
        @Nullable String id,
        @Nullable String title,
        @Nullable String link,
        @Nullable String description,
        @Nullable String language,
        List<FeedAuthor> authors,
        @Nullable FeedDate published,
        @Nullable FeedDate updated,
        @Nullable String image,
        FeedRhythm rhythm,
        FeedLinks links,
        List<FeedEntry> entries,
        List<String> problems)
        implements FeedDocument {
    public Feed {
        authors = List.copyOf(authors);
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
    }
}
