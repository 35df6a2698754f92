/** Makes {@code knowledge/generated} from registry packages. Run by hand; {@code knowledge/README.md} says how. */
@NullMarked
package dateline.enrich.knowledge.build;

import org.jspecify.annotations.NullMarked;
