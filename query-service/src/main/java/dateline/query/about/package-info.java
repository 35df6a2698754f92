/** What the articles tell about one entity: how often, under which names, together with whom, in whose words. */
@NullMarked
package dateline.query.about;

import org.jspecify.annotations.NullMarked;
