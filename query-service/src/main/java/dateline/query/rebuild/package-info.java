/**
 * A new index beside the live one, built from the log: filled, kept current, verified, put behind the alias, and back.
 * Whatever index is not behind the alias is kept current by readers of the log of its own, so that nobody has to write
 * to two indexes; see {@code docs/decisions/0008-the-owner-replays.md}.
 */
@NullMarked
package dateline.query.rebuild;

import org.jspecify.annotations.NullMarked;
