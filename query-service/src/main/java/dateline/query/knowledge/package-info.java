/** The console's pages about the knowledge base. enrich-service, which has it, is asked over HTTP. */
@NullMarked
package dateline.query.knowledge;

import org.jspecify.annotations.NullMarked;
