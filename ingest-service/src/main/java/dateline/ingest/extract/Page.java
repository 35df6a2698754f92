package dateline.ingest.extract;

import org.jspecify.annotations.Nullable;

/** What an article is taken from. */
public sealed interface Page permits HtmlPage, TextPage {
    /** Where it came from, an absolute URL, if known. */
    @Nullable
    String url();

    /** What is known of it besides. */
    Hints hints();
}
