/** What an article is about, in terms of the IPTC Media Topics. */
@NullMarked
package dateline.enrich.topic;

import org.jspecify.annotations.NullMarked;
