/**
 * Who may call a service, and what is remembered of it; the same in all three. {@code docs/security.md} tells operators
 * how to use it, decision 12 why it is so.
 */
@NullMarked
package dateline.access;

import org.jspecify.annotations.NullMarked;
