/** Takes down what is named by address or by outlet; an order for one id is as simple as a submission and lies there. */
@NullMarked
package dateline.ingest.takedown;

import org.jspecify.annotations.NullMarked;
