package dateline.ingest.poll;

import dateline.contract.ArticleDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a feed, as far as polling needs it; strings that are missing are empty.
 *
 * @param guid its own id
 * @param link absolute URL of its page
 * @param title its headline as plain text
 * @param html the text it brings, the longest there is, as HTML
 * @param published when it says it was published
 * @param updated its date of change as spelled, or empty
 * @param authors its authors' names
 * @param categories its categories
 * @param image URL of its picture
 * @param language the language it or its feed declares
 */
record Entry(
        String guid,
        String link,
        String title,
        String html,
        @Nullable ArticleDate published,
        String updated,
        List<String> authors,
        List<String> categories,
        @Nullable String image,
        @Nullable String language) {
    // An empty one is left out of the JSON.
    Entry {
        guid = guid == null ? "" : guid;
        link = link == null ? "" : link;
        title = title == null ? "" : title;
        html = html == null ? "" : html;
        updated = updated == null ? "" : updated;
        authors = authors == null ? List.of() : List.copyOf(authors);
        categories = categories == null ? List.of() : List.copyOf(categories);
    }
}
