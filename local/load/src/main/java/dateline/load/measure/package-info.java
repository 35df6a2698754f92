/** {@code ./dateline measure}: how fast a loaded stack answers, beside Elasticsearch itself; and how fresh it stays. */
@NullMarked
package dateline.load.measure;

import org.jspecify.annotations.NullMarked;
