/** Dates and periods, read against the day of publication. */
@NullMarked
package dateline.enrich.time;

import org.jspecify.annotations.NullMarked;
