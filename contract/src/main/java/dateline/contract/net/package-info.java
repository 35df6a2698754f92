/** Whom the services may connect to on somebody's word. */
@NullMarked
package dateline.contract.net;

import org.jspecify.annotations.NullMarked;
