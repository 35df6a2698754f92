/**
 * Bytes of a feed → what the feed says. Reads every kind of feed leniently, keeps what can be read and says what was
 * wrong; it never throws on content and never loads anything.
 */
@NullMarked
package dateline.ingest.feed;

import org.jspecify.annotations.NullMarked;
