/**
 * From {@code news.enriched} to Elasticsearch: reads records in batches, writes each article under a version so that
 * replays and re-orderings do no harm, sets aside what can never be stored, and waits when the store is away.
 */
@NullMarked
package dateline.query.index;

import org.jspecify.annotations.NullMarked;
