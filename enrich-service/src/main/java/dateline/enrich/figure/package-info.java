/** Amounts with unit and currency, and what they are said of. */
@NullMarked
package dateline.enrich.figure;

import org.jspecify.annotations.NullMarked;
