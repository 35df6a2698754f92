package dateline.ingest.submit;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonCreator;
import dateline.contract.Outlet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article as another system hands it in: {@code POST /api/articles}. Only the URL and one of text and HTML are
 * needed; what else is given is believed before the text's own word.
 *
 * @param url the article's address; http or https
 * @param text the article as plain text, with or without what stood around it
 * @param html the article's page
 * @param title the headline
 * @param published when it was published: an ISO-8601 date or instant, or any usual written form
 * @param outlet who published it, by name or as an object; the URL's host if missing
 * @param language BCP 47 tag
 * @param bylines the authors' names
 * @param section the outlet's section
 * @param tags the outlet's keywords
 */
public record Submission(
        @Nullable String url,
        @Nullable String text,
        @Nullable String html,
        @Nullable String title,
        @Nullable String published,
        @Nullable SubmittedOutlet outlet,
        @Nullable String language,
        @JsonAlias({"authors", "byline"}) @Nullable List<String> bylines,
        @Nullable String section,
        @Nullable List<String> tags) {

    /**
     * Who published it.
     *
     * @param id as in {@link Outlet}; the URL's registrable host if missing
     * @param name the name to show; the id if missing
     */
    public record SubmittedOutlet(
            @Nullable String id,
            @Nullable String name,
            @Nullable String country,
            @Nullable String language,
            @Nullable List<String> tags) {
        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        public SubmittedOutlet {}

        /** Takes {@code "outlet": "Example"} for {@code "outlet": {"name": "Example"}}. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static SubmittedOutlet named(String name) {
            return new SubmittedOutlet(null, name, null, null, null);
        }
    }
}
