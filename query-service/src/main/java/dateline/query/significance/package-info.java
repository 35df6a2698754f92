/** Whether counts differ or belong together by more than chance: the arithmetic, without any article. */
@NullMarked
package dateline.query.significance;

import org.jspecify.annotations.NullMarked;
