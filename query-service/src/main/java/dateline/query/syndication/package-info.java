/** The newest articles of any query as a feed, for readers that poll: RSS, Atom, JSON Feed. */
@NullMarked
package dateline.query.syndication;

import org.jspecify.annotations.NullMarked;
