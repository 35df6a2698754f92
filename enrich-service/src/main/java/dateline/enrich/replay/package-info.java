/**
 * Articles of {@code news.raw} enriched anew, because a rule changed or because one did not get through. The owner of a
 * partition replays it, between two polls of the live listener, so that an older revision can never come to lie behind a
 * newer one in {@code news.enriched}; see {@code docs/decisions/0008-the-owner-replays.md}.
 */
@NullMarked
package dateline.enrich.replay;

import org.jspecify.annotations.NullMarked;
