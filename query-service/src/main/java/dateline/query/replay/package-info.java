/** Orders to enrich anew the articles that a search finds. */
@NullMarked
package dateline.query.replay;

import org.jspecify.annotations.NullMarked;
