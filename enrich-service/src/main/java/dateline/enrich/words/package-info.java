/** Word lists that lie beside the code as data. */
@NullMarked
package dateline.enrich.words;

import org.jspecify.annotations.NullMarked;
