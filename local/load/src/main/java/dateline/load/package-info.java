/** {@code ./dateline load}: fills a running Dateline with made-up articles, to see how it does with many. */
@NullMarked
package dateline.load;

import org.jspecify.annotations.NullMarked;
