/** {@code GET /api/suggest}: what somebody who types may mean. */
@NullMarked
package dateline.query.suggest;

import org.jspecify.annotations.NullMarked;
