package dateline.ingest.extract;

import org.jspecify.annotations.Nullable;

/**
 * An article that arrived as plain text, with whatever was copied along with it.
 *
 * @param text the text, lines separated by line feeds
 * @param url the article's absolute URL, if known
 * @param hints what feed or submitter know of it
 */
public record TextPage(String text, @Nullable String url, Hints hints) implements Page {}
