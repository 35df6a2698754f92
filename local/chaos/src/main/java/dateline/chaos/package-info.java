/**
 * {@code ./dateline chaos}: runs a stack of its own behind proxies, publishes numbered articles while it kills, pauses
 * and cuts off what runs, then compares what was published with what every place holds.
 */
@NullMarked
package dateline.chaos;

import org.jspecify.annotations.NullMarked;
