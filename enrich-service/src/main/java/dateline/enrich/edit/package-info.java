/** Edits of the knowledge base at run time: taken over HTTP, kept in {@code news.entities}, followed by every instance. */
@NullMarked
package dateline.enrich.edit;

import org.jspecify.annotations.NullMarked;
