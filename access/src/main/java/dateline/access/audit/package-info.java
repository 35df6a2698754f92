/** Who changed what. */
@NullMarked
package dateline.access.audit;

import org.jspecify.annotations.NullMarked;
