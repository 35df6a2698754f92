package dateline.query.about;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dateline.query.about.NameUsage.Name;
import dateline.query.about.NameUsage.OutletUse;
import dateline.query.about.NameUsage.Use;
import dateline.query.index.Names;
import dateline.query.search.FoundArticles;
import dateline.query.search.SearchUnavailable;
import dateline.query.search.Tally;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Counts by which name outlets call an entity. */
@Service
public class NameUsages {
    private static final int MOST_NAMES = 100;
    private static final int MOST_NAMES_OF_OUTLET = 20;
    private static final String NAMES = "names";
    private static final String OUTLETS = "outlets";

    private final FoundArticles articles;

    NameUsages(FoundArticles articles) {
        this.articles = articles;
    }

    /**
     * Counts.
     *
     * @param among which articles count
     * @param outlets how many outlets are listed, at most
     * @throws SearchUnavailable if Elasticsearch can not answer
     */
    public NameUsage names(String entityId, Query among, int outlets) {
        String prefix = entityId + Names.SEPARATOR;
        Aggregation byOutlet = Aggregation.of(aggregation -> aggregation
                .terms(terms -> terms.field("facets.outlet").size(outlets))
                .aggregations(NAMES, spellings(prefix, MOST_NAMES_OF_OUTLET)));
        Tally tally = articles.count(
                FoundArticles.all(among, FoundArticles.having(EntityProfiles.ENTITY, entityId)),
                Map.of(NAMES, spellings(prefix, MOST_NAMES), OUTLETS, byOutlet));
        return new NameUsage(
                tally.total(),
                tally.buckets(NAMES).stream()
                        .map(bucket -> new Name(
                                name(bucket, prefix),
                                bucket.docCount(),
                                Tally.of(bucket).independent()))
                        .toList(),
                tally.buckets(OUTLETS).stream()
                        .map(bucket -> outlet(bucket, prefix))
                        .toList(),
                tally.left(NAMES));
    }

    private static OutletUse outlet(StringTermsBucket bucket, String prefix) {
        String pair = bucket.key().stringValue();
        int separator = pair.indexOf(Names.SEPARATOR);
        List<Use> uses = Tally.of(bucket).buckets(NAMES).stream()
                .map(use -> new Use(name(use, prefix), use.docCount(), (double) use.docCount() / bucket.docCount()))
                .toList();
        return new OutletUse(
                separator < 0 ? pair : pair.substring(0, separator),
                pair.substring(separator + 1),
                bucket.docCount(),
                uses);
    }

    private static String name(StringTermsBucket bucket, String prefix) {
        return bucket.key().stringValue().substring(prefix.length());
    }

    private static Aggregation spellings(String prefix, int size) {
        return Aggregation.of(aggregation -> aggregation
                .terms(terms -> terms.field("spellings")
                        .size(size)
                        .include(include -> include.regexp(literally(prefix) + ".*")))
                .aggregations(Tally.independentOnly()));
    }

    /** A text as a regular expression of Lucene's that means nothing but the text. */
    static String literally(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            // A backslash before a letter may stand for a class of letters; before anything else it is the character.
            if (!Character.isLetterOrDigit(c)) {
                escaped.append('\\');
            }
            escaped.appendCodePoint(c);
        });
        return escaped.toString();
    }
}
