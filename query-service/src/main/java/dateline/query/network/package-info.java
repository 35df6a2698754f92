/** Who is named together with whom: a network of entities. */
@NullMarked
package dateline.query.network;

import org.jspecify.annotations.NullMarked;
