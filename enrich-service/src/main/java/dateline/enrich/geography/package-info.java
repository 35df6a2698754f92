/** Where an article plays, on the map. */
@NullMarked
package dateline.enrich.geography;

import org.jspecify.annotations.NullMarked;
