/** Searches that somebody saved: a view of {@code news.searches} that every instance keeps whole, and its API. */
@NullMarked
package dateline.query.saved;

import org.jspecify.annotations.NullMarked;
