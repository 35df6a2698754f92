/** How much was published when: bars of a chart over time, and what share of all coverage they are. */
@NullMarked
package dateline.query.attention;

import org.jspecify.annotations.NullMarked;
