/**
 * Sends alerts to webhooks and mailboxes: {@code news.deliveries} holds what is still to be sent, and each partition's
 * owner sends it, at least once, with patience and a limit to it.
 */
@NullMarked
package dateline.query.deliver;

import org.jspecify.annotations.NullMarked;
