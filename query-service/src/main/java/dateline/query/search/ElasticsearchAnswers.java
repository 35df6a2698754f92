package dateline.query.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.transport.TransportException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what Elasticsearch answers. */
public final class ElasticsearchAnswers {
    private ElasticsearchAnswers() {}

    /** A question to Elasticsearch. */
    public interface Question<T> {
        T ask() throws IOException;
    }

    /**
     * Asks.
     *
     * @throws SearchUnavailable if Elasticsearch is away, overloaded or without the index
     */
    public static <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (TransportException e) {
            if (e.statusCode() == 200) {
                throw new IllegalStateException("an answer of Elasticsearch was not understood", e);
            }
            throw new SearchUnavailable(e);
        } catch (IOException e) {
            throw new SearchUnavailable(e);
        } catch (ElasticsearchException e) {
            // 400 is a fault of ours and must be seen as one.
            if (e.status() == 400) {
                throw e;
            }
            throw new SearchUnavailable(e);
        }
    }

    public static List<StringTermsBucket> buckets(SearchResponse<?> response, String name) {
        Aggregate aggregate = response.aggregations().get(name);
        // Without any value in the index, the field has no type that the answer could have.
        return aggregate != null && aggregate.isSterms()
                ? aggregate.sterms().buckets().array()
                : List.of();
    }

    /**
     * Adds up buckets of pairs of id and label. One id has several labels after its name was changed, and none for a
     * topic that an article has only by a narrower one; the most frequent label is shown.
     */
    public static List<FacetValue> labelled(List<StringTermsBucket> buckets, int size) {
        Map<String, FacetValue> byId = new LinkedHashMap<>();
        for (StringTermsBucket bucket : buckets) {
            String pair = bucket.key().stringValue();
            int separator = pair.indexOf(dateline.query.index.Names.SEPARATOR);
            String id = separator < 0 ? pair : pair.substring(0, separator);
            String label = separator < 0 ? pair : pair.substring(separator + 1);
            byId.merge(
                    id,
                    new FacetValue(id, label, bucket.docCount()),
                    (a, b) -> new FacetValue(id, a.label().isEmpty() ? b.label() : a.label(), a.count() + b.count()));
        }
        List<FacetValue> values = new ArrayList<>();
        for (FacetValue value : byId.values()) {
            values.add(value.label().isEmpty() ? new FacetValue(value.value(), value.value(), value.count()) : value);
        }
        values.sort((a, b) -> Long.compare(b.count(), a.count()));
        return List.copyOf(values.subList(0, Math.min(size, values.size())));
    }
}
