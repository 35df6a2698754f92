/**
 * Decides what an article seen is: new, a revision of what is known, or nothing new. The owner of a partition of {@code
 * news.incoming} is the only writer of the same partition of {@code news.raw}.
 */
@NullMarked
package dateline.ingest.revise;

import org.jspecify.annotations.NullMarked;
