/**
 * The pages that people see: server-rendered, without script, without anything from another host. All text of articles is
 * untrusted; templates print it escaped, and nothing here makes HTML.
 */
@NullMarked
package dateline.query.dashboard;

import org.jspecify.annotations.NullMarked;
