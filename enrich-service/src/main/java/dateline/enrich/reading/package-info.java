/** What helps a reader to choose: keywords, length, tone. */
@NullMarked
package dateline.enrich.reading;

import org.jspecify.annotations.NullMarked;
