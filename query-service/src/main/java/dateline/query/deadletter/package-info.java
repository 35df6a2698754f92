/**
 * The dead-letter workbench: what every service gave up, grouped by cause, to be looked at, sent again, repaired or
 * discarded; and a record of who did so.
 */
@NullMarked
package dateline.query.deadletter;

import org.jspecify.annotations.NullMarked;
