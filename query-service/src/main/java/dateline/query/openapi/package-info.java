/** The API's description of itself, at {@code /api/openapi.json}. */
@NullMarked
package dateline.query.openapi;

import org.jspecify.annotations.NullMarked;
