/** Bytes of a document → its text, with what decided the encoding. */
@NullMarked
package dateline.ingest.encoding;

import org.jspecify.annotations.NullMarked;
