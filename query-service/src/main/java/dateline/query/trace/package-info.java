/** Where is my article? Follows one article from the feed to the index and says where it is, or why it is not there. */
@NullMarked
package dateline.query.trace;

import org.jspecify.annotations.NullMarked;
