package dateline.query.rebuild;

import java.time.Instant;
import java.util.List;

/**
 * An index compared with the log: for each article, the version of its newest record in {@code news.enriched} that can
 * be stored, against the version of its document. A version is revision and time of enrichment.
 *
 * @param same whether the index is as the log says
 * @param logArticles articles that the log holds
 * @param indexArticles articles that the index holds
 * @param logChecksum over the ids and versions of the log
 * @param indexChecksum the same over those of the index
 * @param missing articles that the index lacks, or holds in an older version
 * @param extra articles that the index holds and the log does not
 * @param unstorable articles whose newest record can not be stored, see the dead letters
 * @param samples ids of some that are missing or extra
 * @param seconds how long it took
 * @param at when it was done
 */
public record Verification(
        boolean same,
        long logArticles,
        long indexArticles,
        String logChecksum,
        String indexChecksum,
        long missing,
        long extra,
        long unstorable,
        List<String> samples,
        double seconds,
        Instant at) {
    public Verification {
        samples = samples == null ? List.of() : List.copyOf(samples);
    }
}
