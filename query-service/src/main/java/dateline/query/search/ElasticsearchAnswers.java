package dateline.query.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.transport.TransportException;
import dateline.query.index.StoreUnavailable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
     * @throws CursorExpired if the index as it was is asked for, and is not kept any more
     */
    public static <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (TransportException e) {
            if (e.statusCode() == 200) {
                throw new IllegalStateException("an answer of Elasticsearch was not understood", e);
            }
            throw new SearchUnavailable(e);
        } catch (IOException | StoreUnavailable e) {
            throw new SearchUnavailable(e);
        } catch (ElasticsearchException e) {
            if (isExpired(e.error())) {
                throw new CursorExpired();
            }
            // 400 is a fault of ours and must be seen as one.
            if (e.status() == 400) {
                throw e;
            }
            throw new SearchUnavailable(e);
        }
    }

    private static boolean isExpired(@Nullable ErrorCause error) {
        return error != null
                && ("search_context_missing_exception".equals(error.type())
                        || error.rootCause().stream().anyMatch(ElasticsearchAnswers::isExpired)
                        || isExpired(error.causedBy()));
    }

    /**
     * The answer, if it is all of it.
     *
     * @throws TooSlow if Elasticsearch was not done in time, so that only a part was looked at
     */
    public static <T> SearchResponse<T> whole(SearchResponse<T> response) {
        if (response.timedOut()) {
            throw new TooSlow();
        }
        return response;
    }

    public static List<StringTermsBucket> buckets(SearchResponse<?> response, String name) {
        Aggregate aggregate = response.aggregations().get(name);
        // Without any value in the index, the field has no type that the answer could have.
        return aggregate != null && aggregate.isSterms()
                ? aggregate.sterms().buckets().array()
                : List.of();
    }
}
