/** What is done to an article between {@code news.raw} and {@code news.enriched}: the enrichers, in their order. */
@NullMarked
package dateline.enrich.pipeline;

import org.jspecify.annotations.NullMarked;
