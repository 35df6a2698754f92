@NullMarked
package dateline.query;

import org.jspecify.annotations.NullMarked;
