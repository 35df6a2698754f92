/** Reads back what is in Kafka's log. */
@NullMarked
package dateline.ingest.log;

import org.jspecify.annotations.NullMarked;
