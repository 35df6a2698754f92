/**
 * Gets documents from other people's servers: only from public addresses, one request at a time per site, within caps on
 * time and size. Knows nothing of feeds or articles.
 */
@NullMarked
package dateline.ingest.fetch;

import org.jspecify.annotations.NullMarked;
