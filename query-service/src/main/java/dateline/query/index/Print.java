package dateline.query.index;

import dateline.contract.ArticleDate;
import dateline.contract.EnrichedArticle;
import dateline.contract.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What tells whether an article repeats another one's text, and which of the two was first.
 *
 * @param id the article
 * @param published when it says it was published
 * @param appeared the latest moment at which it can have been published
 * @param signature its body's print
 * @param bands keys of which near-duplicates share at least one, see {@link Signature#bandKeys}
 */
record Print(String id, Instant published, Instant appeared, Signature signature, List<String> bands) {
    /**
     * Least share of an article's own text that another one's makes it a reprint. The newsroom's reprints have 0.68 and
     * more, articles of one story that are not 0.38 and less, even of the shorter one (docs/benchmarks/facts.md).
     */
    static final double REPEATED = 0.5;

    /** Fewest shingles, about words, that are compared: two texts of a paywall's two sentences are not one article. */
    static final int SHORTEST = 20;

    /**
     * How far apart a text and its reprint are published at most. Copy is printed within days. What comes again after a
     * month is published anew, and to look for it would take the longer the older the archive is.
     */
    static final Duration WITHIN = Duration.ofDays(31);

    /** The print of an article; none if its body is too short, or has no signature yet. */
    static Optional<Print> of(ArticleDocument document) {
        return of(document.id(), document.published(), document.firstSeen(), document.record());
    }

    static Optional<Print> of(String id, ArticleDate published, Instant firstSeen, @Nullable EnrichedArticle enriched) {
        Signature signature = enriched == null ? null : enriched.signature();
        if (signature == null
                || signature.shingles() < SHORTEST
                || signature.minhash().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Print(
                id,
                published.at(),
                appeared(published, firstSeen),
                signature,
                signature.bandKeys(ArticleDocuments.BAND_ROWS)));
    }

    /** Without it, an article that says only its day would be before all others of that day. */
    private static Instant appeared(ArticleDate published, Instant firstSeen) {
        ArticleDate.@Nullable Precision precision = published.precision();
        if (precision == null) {
            return firstSeen;
        }
        Duration unit = switch (precision) {
            case SECOND, MINUTE -> Duration.ZERO;
            case HOUR -> Duration.ofHours(1);
            case DAY -> Duration.ofDays(1);
            case MONTH -> Duration.ofDays(31);
            case YEAR -> Duration.ofDays(366);
        };
        Instant latest = published.at().plus(unit);
        return latest.isBefore(firstSeen) ? latest : firstSeen;
    }

    /** Whether it was first, by an order that is the same whoever looks. */
    boolean isBefore(Print other) {
        int order = appeared.compareTo(other.appeared);
        return order < 0 || (order == 0 && id.compareTo(other.id) < 0);
    }

    /** Whether the two were published so soon after each other that one can be a reprint of the other. */
    boolean isNear(Print other) {
        return Duration.between(published, other.published).abs().compareTo(WITHIN) <= 0;
    }

    /** Whether so much of it is in the other one that it has nothing of its own to say. */
    boolean repeats(Print other) {
        return portionIn(other) >= REPEATED;
    }

    double portionIn(Print other) {
        // Signatures of two families would be of two versions of the enricher; a replay makes them alike.
        return signature.minhash().size() == other.signature.minhash().size()
                ? signature.portionIn(other.signature)
                : 0;
    }
}
