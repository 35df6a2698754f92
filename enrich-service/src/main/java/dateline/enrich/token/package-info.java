/** Text into tokens and sentences, with offsets that are right to the UTF-16 unit in every script. */
@NullMarked
package dateline.enrich.token;

import org.jspecify.annotations.NullMarked;
