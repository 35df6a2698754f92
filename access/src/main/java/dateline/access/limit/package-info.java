/** How much one caller may ask. */
@NullMarked
package dateline.access.limit;

import org.jspecify.annotations.NullMarked;
