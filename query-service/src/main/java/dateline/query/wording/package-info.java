/** Which outlet uses which of several words. */
@NullMarked
package dateline.query.wording;

import org.jspecify.annotations.NullMarked;
