/** How ingest-service says over HTTP what was wrong with a request: problem details (RFC 9457). */
@NullMarked
package dateline.ingest.problem;

import org.jspecify.annotations.NullMarked;
