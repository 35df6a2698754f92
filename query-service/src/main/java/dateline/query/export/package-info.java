/** All found articles at once, however many, as a stream of JSON, of JSON lines or of CSV. */
@NullMarked
package dateline.query.export;

import org.jspecify.annotations.NullMarked;
