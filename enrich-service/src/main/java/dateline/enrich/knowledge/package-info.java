/** The knowledge base: who is known, under which names, and where each fact came from. */
@NullMarked
package dateline.enrich.knowledge;

import org.jspecify.annotations.NullMarked;
