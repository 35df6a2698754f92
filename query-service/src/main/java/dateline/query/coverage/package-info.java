/** Who publishes and what about: all outlets and all topics with their activity. */
@NullMarked
package dateline.query.coverage;

import org.jspecify.annotations.NullMarked;
