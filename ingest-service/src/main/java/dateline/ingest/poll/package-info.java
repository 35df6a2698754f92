/**
 * Polls feeds and fetches their pages, each site by the one owner of its partition. What a poll found and what it
 * changed in the feed's state are one transaction, so a crash loses nothing and repeats nothing.
 */
@NullMarked
package dateline.ingest.poll;

import org.jspecify.annotations.NullMarked;
