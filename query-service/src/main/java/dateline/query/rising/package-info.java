/** What is in the news more, or less, than it was. */
@NullMarked
package dateline.query.rising;

import org.jspecify.annotations.NullMarked;
