/**
 * Which saved searches an article matches: the same query that Elasticsearch is asked, put to one article at a time by
 * Lucene's monitor. Pure, without Kafka and HTTP.
 */
@NullMarked
package dateline.query.match;

import org.jspecify.annotations.NullMarked;
