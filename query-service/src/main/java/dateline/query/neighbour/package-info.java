/** The other services, as this one asks them over HTTP: where they are, and what it means when one does not answer. */
@NullMarked
package dateline.query.neighbour;

import org.jspecify.annotations.NullMarked;
