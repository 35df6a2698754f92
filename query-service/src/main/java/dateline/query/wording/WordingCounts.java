package dateline.query.wording;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dateline.query.search.FoundArticles;
import dateline.query.search.SearchUnavailable;
import dateline.query.search.Tally;
import dateline.query.search.Tally.Counted;
import dateline.query.wording.Wording.OutletWords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Counts which outlet uses which word. */
@Service
public class WordingCounts {
    private static final String OUTLETS = "outlets";
    private static final String LABEL = "label";

    private final FoundArticles articles;

    WordingCounts(FoundArticles articles) {
        this.articles = articles;
    }

    /**
     * Counts.
     *
     * @param among which articles count
     * @param words what to look for, as it is shown
     * @param uses for each word, which articles use it
     * @param outlets how many outlets, at most
     * @throws SearchUnavailable if Elasticsearch can not answer
     */
    public Wording wording(Query among, List<String> words, List<Query> uses, int outlets) {
        Map<String, Aggregation> each = new HashMap<>();
        for (int i = 0; i < uses.size(); i++) {
            Query use = uses.get(i);
            each.put(name(i), Aggregation.of(word -> word.filter(use)));
        }
        Map<String, Aggregation> all = new HashMap<>(each);
        each.put(
                LABEL,
                Aggregation.of(label ->
                        label.terms(terms -> terms.field("facets.outlet").size(1))));
        all.put(
                OUTLETS,
                Aggregation.of(by -> by.terms(terms -> terms.field("outlet.id").size(outlets))
                        .aggregations(each)));
        Query any = Query.of(query -> query.bool(bool -> bool.should(uses).minimumShouldMatch("1")));
        Tally tally = articles.count(FoundArticles.all(among, any), all);
        return new Wording(
                tally.total(),
                words,
                counts(tally, words.size()),
                tally.buckets(OUTLETS).stream()
                        .map(bucket -> outlet(bucket, words.size()))
                        .toList());
    }

    private static OutletWords outlet(StringTermsBucket bucket, int words) {
        String id = bucket.key().stringValue();
        Tally tally = Tally.of(bucket);
        String label =
                tally.counted(LABEL).stream().findFirst().map(Counted::label).orElse(id);
        return new OutletWords(id, label, tally.total(), counts(tally, words));
    }

    private static long[] counts(Tally tally, int words) {
        long[] counts = new long[words];
        for (int i = 0; i < words; i++) {
            counts[i] = tally.count(name(i));
        }
        return counts;
    }

    private static String name(int word) {
        return "word-" + word;
    }
}
