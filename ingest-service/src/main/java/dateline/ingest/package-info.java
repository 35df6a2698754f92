@NullMarked
package dateline.ingest;

import org.jspecify.annotations.NullMarked;
