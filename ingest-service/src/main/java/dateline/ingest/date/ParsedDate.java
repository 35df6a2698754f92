package dateline.ingest.date;

import dateline.contract.ArticleDate.Precision;
import java.time.Instant;

/**
 * A date string understood.
 *
 * @param at the instant; where the precision is coarser than that, the start of the period
 * @param precision the smallest unit the text stated
 * @param zoneKnown whether the text stated its zone; without one, it was read as UTC
 */
public record ParsedDate(Instant at, Precision precision, boolean zoneKnown) {}
