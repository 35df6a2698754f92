/** How the services read Kafka's log, where they must do it the same way. */
@NullMarked
package dateline.contract.log;

import org.jspecify.annotations.NullMarked;
