/**
 * From a page's HTML, or from plain text, to the article: its title, authors, date and text, and what was left out and
 * why. A pure function of its input and of what has been learnt of the outlet; nothing here does I/O except
 * {@link dateline.ingest.extract.ExtractCommand}.
 *
 * <p>A page passes {@link dateline.ingest.extract.PageTree} (elements and text in reading order), {@code BodyFinder} (which part is the
 * article), {@code BodyCleaner} (what in it is not), {@code BlockBuilder} (typed blocks) and {@code PageMetadata}.
 */
@NullMarked
package dateline.ingest.extract;

import org.jspecify.annotations.NullMarked;
