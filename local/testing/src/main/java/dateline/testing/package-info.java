/** Gives tests a real broker and a real Elasticsearch node; see {@link dateline.testing.Backends}. */
@NullMarked
package dateline.testing;

import org.jspecify.annotations.NullMarked;
