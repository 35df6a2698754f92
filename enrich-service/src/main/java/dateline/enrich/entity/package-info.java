/** Who, where and which organisation: finds names in an article and says whom they refer to. */
@NullMarked
package dateline.enrich.entity;

import org.jspecify.annotations.NullMarked;
