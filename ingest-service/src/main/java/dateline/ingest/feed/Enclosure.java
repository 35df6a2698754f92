package dateline.ingest.feed;

import org.jspecify.annotations.Nullable;

/**
 * A file that belongs to an entry, such as its picture or recording.
 *
 * @param url where it is, absolute
 * @param type media type, if stated
 * @param length bytes as stated, which is often wrong; -1 if not stated
 */
public record Enclosure(String url, @Nullable String type, long length) {}
