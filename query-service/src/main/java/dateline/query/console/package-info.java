/**
 * What the console's pages share. Each page is in the package of what it is about; this is who acts, how numbers and times
 * are said, and what a page of a long list is.
 */
@NullMarked
package dateline.query.console;

import org.jspecify.annotations.NullMarked;
