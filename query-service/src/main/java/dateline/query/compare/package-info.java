/** Several queries beside each other. */
@NullMarked
package dateline.query.compare;

import org.jspecify.annotations.NullMarked;
