/** A print of a body by which near-duplicates are found. */
@NullMarked
package dateline.enrich.signature;

import org.jspecify.annotations.NullMarked;
