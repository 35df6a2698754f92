/** A statistical tagger for names in English text: model, features, lexica, and the command that trains it. */
@NullMarked
package dateline.enrich.tagger;

import org.jspecify.annotations.NullMarked;
