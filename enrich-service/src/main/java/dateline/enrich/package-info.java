@NullMarked
package dateline.enrich;

import org.jspecify.annotations.NullMarked;
