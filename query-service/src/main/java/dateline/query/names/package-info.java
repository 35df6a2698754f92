/** The names that the indexed articles use for entities, topics and outlets, in memory, to complete and correct them. */
@NullMarked
package dateline.query.names;

import org.jspecify.annotations.NullMarked;
