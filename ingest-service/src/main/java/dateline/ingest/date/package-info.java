/** Text of a date as people and programs write it → an instant with its precision. */
@NullMarked
package dateline.ingest.date;

import org.jspecify.annotations.NullMarked;
