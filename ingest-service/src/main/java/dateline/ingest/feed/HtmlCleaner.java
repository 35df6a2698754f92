package dateline.ingest.feed;

import org.jspecify.annotations.Nullable;

/** Placeholder. */
final class HtmlCleaner {
    private HtmlCleaner() {}

    static String clean(String html, @Nullable String base) {
        return html;
    }
}
