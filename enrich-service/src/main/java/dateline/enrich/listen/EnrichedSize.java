package dateline.enrich.listen;

import dateline.contract.ContractJson;
import dateline.contract.EnrichedArticle;
import dateline.contract.RawArticle;
import dateline.contract.UnreadableRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps an enriched article below what a record may hold. One too large would never be committed, and with it nothing of
 * its partition. A real article is a hundred times smaller than this.
 */
public final class EnrichedSize {
    /** Largest value in bytes; the rest of what a producer may send is for key and headers. */
    static final int LARGEST = 8_000_000;

    private static final int MOST_FINDINGS = 1000;

    private EnrichedSize() {}

    /**
     * The article as JSON; of one that is too large the first findings of each kind, and no history, and a note of it
     * among the failures.
     *
     * @throws UnreadableRecord if even that is too large
     */
    public static byte[] fitted(EnrichedArticle article, ContractJson json) {
        byte[] bytes = json.write(article);
        if (bytes.length > LARGEST) {
            bytes = json.write(cut(article));
        }
        if (bytes.length > LARGEST) {
            throw new UnreadableRecord("larger than a record may be: " + bytes.length + " bytes", null);
        }
        return bytes;
    }

    private static EnrichedArticle cut(EnrichedArticle article) {
        RawArticle raw = article.raw();
        Map<String, String> failures = new HashMap<>(article.failures());
        failures.put("size", "larger than a record may be: only the first findings are kept, and no history");
        return new EnrichedArticle(
                new RawArticle(raw.id(), raw.revision(), raw.firstSeen(), raw.revisedAt(), raw.article(), List.of()),
                article.language(),
                first(article.mentions()),
                first(article.entities()),
                first(article.topics()),
                first(article.quotes()),
                article.geography(),
                first(article.dates()),
                first(article.figures()),
                article.signature(),
                article.reading(),
                article.enrichers(),
                failures,
                article.enrichedAt());
    }

    private static <T> List<T> first(List<T> all) {
        return all.size() <= MOST_FINDINGS ? all : all.subList(0, MOST_FINDINGS);
    }
}
