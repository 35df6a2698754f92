/** Who is quoted with what: quotation marks, verbs of saying, and the person behind "he" or "the minister". */
@NullMarked
package dateline.enrich.quote;

import org.jspecify.annotations.NullMarked;
