/**
 * The API: reads a request's parameters into a query, asks Elasticsearch, and answers in records. User input never
 * reaches a query language of Elasticsearch; the syntax of {@code q} is parsed here.
 */
@NullMarked
package dateline.query.search;

import org.jspecify.annotations.NullMarked;
