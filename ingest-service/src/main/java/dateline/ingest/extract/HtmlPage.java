package dateline.ingest.extract;

import org.jspecify.annotations.Nullable;

/**
 * A web page.
 *
 * @param html the page's source, decoded
 * @param url its absolute URL, if known
 * @param hints what feed or submitter know of it
 */
public record HtmlPage(String html, @Nullable String url, Hints hints) implements Page {}
