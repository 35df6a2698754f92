/** Turns what was extracted into the article that Kafka carries, and takes articles that programs hand in. */
@NullMarked
package dateline.ingest.submit;

import org.jspecify.annotations.NullMarked;
