package dateline.ingest.extract;

import dateline.contract.ArticleDate;
import org.jspecify.annotations.Nullable;

/**
 * The line that opens a wire story, such as "BAKU, 21 April, AZERTAC".
 *
 * @param place where the story was filed from, as written but for capitals ("Baku")
 * @param date the day it states, if any; the year comes from the context where the line has none
 * @param agency who filed it, if stated
 */
public record Dateline(
        @Nullable String place,
        @Nullable ArticleDate date,
        @Nullable String agency) {}
