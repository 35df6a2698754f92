/**
 * From articles to alerts: {@code news.enriched} is matched against the saved searches ({@code news.matches}), and of the
 * matches each story is told once ({@code news.alerts}, {@code news.deliveries}). Each step commits what it makes and its
 * position in one transaction.
 */
@NullMarked
package dateline.query.alert;

import org.jspecify.annotations.NullMarked;
