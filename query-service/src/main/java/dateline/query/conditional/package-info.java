/** Answers that a client has already are not sent again: ETag and If-None-Match. */
@NullMarked
package dateline.query.conditional;

import org.jspecify.annotations.NullMarked;
