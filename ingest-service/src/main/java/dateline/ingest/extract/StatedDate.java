package dateline.ingest.extract;

import dateline.contract.ArticleDate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A date with the zone that was stated with it, which an instant alone would lose. */
record StatedDate(ArticleDate date, @Nullable ZoneOffset offset) {
    static StatedDate of(FoundDate found, ArticleDate.Source source) {
        return new StatedDate(found.from(source), found.offset());
    }

    static StatedDate day(LocalDate day, ArticleDate.Precision precision, ArticleDate.Source source) {
        return new StatedDate(new ArticleDate(day.atStartOfDay(ZoneOffset.UTC).toInstant(), precision, source), null);
    }
}
