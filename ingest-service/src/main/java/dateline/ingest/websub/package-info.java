/**
 * What WebSub hubs (W3C Recommendation, 23 January 2018) say to this service: that a subscription is confirmed or
 * refused, and that a feed has news. Asking hubs is a task of polling, see {@code dateline.ingest.poll.HubClient}.
 */
@NullMarked
package dateline.ingest.websub;

import org.jspecify.annotations.NullMarked;
