package dateline.ingest.extract;

import dateline.contract.ArticleDate;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What feed or submitter know of an article before it is read.
 *
 * @param title the headline they gave, if any
 * @param published the date they gave, if any; the page's own is preferred unless this one was {@code SUBMITTED}
 * @param language BCP 47 tag they declared, if any
 * @param bylines the authors they named
 * @param seenAt when the article was seen: the context for dates without a year, and the latest plausible date
 * @param repeated fingerprints of texts that stand on many pages of the outlet, see {@link OutletFurniture#repeated}
 */
public record Hints(
        @Nullable String title,
        @Nullable ArticleDate published,
        @Nullable String language,
        List<String> bylines,
        Instant seenAt,
        Set<Long> repeated) {
    public Hints {
        bylines = List.copyOf(bylines);
        repeated = Set.copyOf(repeated);
    }

    /** Nothing but when the article was seen. */
    public static Hints seenAt(Instant seenAt) {
        return new Hints(null, null, null, List.of(), seenAt, Set.of());
    }

    /** The same with what has been learnt of the outlet. */
    public Hints withRepeated(Set<Long> fingerprints) {
        return new Hints(title, published, language, bylines, seenAt, fingerprints);
    }
}
