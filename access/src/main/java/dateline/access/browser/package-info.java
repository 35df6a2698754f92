/** What keeps a browser from being used against us: by other sites, or by names that point here. */
@NullMarked
package dateline.access.browser;

import org.jspecify.annotations.NullMarked;
