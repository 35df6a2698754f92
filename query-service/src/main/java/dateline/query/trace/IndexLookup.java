package dateline.query.trace;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.GetResponse;
import dateline.contract.EnrichedArticle;
import dateline.query.index.IndexSettings;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks an article up in the index. */
@Component
class IndexLookup {
    private final ElasticsearchClient client;
    private final String alias;

    IndexLookup(ElasticsearchClient client, IndexSettings settings) {
        this.client = client;
        this.alias = settings.alias();
    }

    /** What the index says of an article. */
    sealed interface Answer {
        /**
         * It holds it.
         *
         * @param index name of the index behind the alias
         * @param version the document's version
         * @param searchable whether a search finds it already
         * @param source the record it was made of; null for documents older than that field
         */
        record Held(
                String index,
                long version,
                boolean searchable,
                @Nullable String source,
                EnrichedArticle article) implements Answer {}

        /** It does not. */
        record Unknown() implements Answer {}

        /** Elasticsearch does not answer, or not well. */
        record Silent(String reason) implements Answer {}
    }

    /** The part of a document that is needed. */
    record Stored(@Nullable String source, @Nullable EnrichedArticle record) {}

    Answer find(String id) {
        try {
            GetResponse<Stored> found =
                    client.get(get -> get.index(alias).id(id).sourceIncludes("record", "source"), Stored.class);
            Stored stored = found.source();
            if (!found.found() || stored == null || stored.record() == null) {
                return new Answer.Unknown();
            }
            long version = found.version() == null ? 0 : found.version();
            return new Answer.Held(
                    found.index(), version, !among(List.of(id)).isEmpty(), stored.source(), stored.record());
        } catch (ElasticsearchException e) {
            return e.status() == 404 ? new Answer.Unknown() : new Answer.Silent(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Answer.Silent(String.valueOf(e.getMessage()));
        }
    }

    /** Those of the articles that a search finds, as id and URL. */
    List<Hit> among(List<String> ids) throws IOException {
        return client
                .search(
                        search -> search.index(alias)
                                .query(query -> query.ids(wanted -> wanted.values(ids)))
                                .source(source -> source.filter(filter -> filter.includes("id", "url"))),
                        Hit.class)
                .hits()
                .hits()
                .stream()
                .map(co.elastic.clients.elasticsearch.core.search.Hit::source)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    /** An article's id and URL. */
    record Hit(String id, String url) {}
}
