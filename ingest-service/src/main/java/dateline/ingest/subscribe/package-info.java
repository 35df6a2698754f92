/**
 * Which feeds there are: adding them by address, home page, OPML or file, changing and listing them. Definitions live in
 * a compacted topic; every instance may write them and keeps a view of all.
 */
@NullMarked
package dateline.ingest.subscribe;

import org.jspecify.annotations.NullMarked;
