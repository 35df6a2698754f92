/** Where the articles play: by country and by place. */
@NullMarked
package dateline.query.geography;

import org.jspecify.annotations.NullMarked;
