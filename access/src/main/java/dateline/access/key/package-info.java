/** Keys: who has which, and where they are kept. */
@NullMarked
package dateline.access.key;

import org.jspecify.annotations.NullMarked;
