/** Where an article enters and leaves enrich-service: {@code news.raw} to {@code news.enriched}, in transactions. */
@NullMarked
package dateline.enrich.listen;

import org.jspecify.annotations.NullMarked;
