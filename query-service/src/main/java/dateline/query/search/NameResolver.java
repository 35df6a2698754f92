package dateline.query.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import dateline.query.index.Names;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the ids that a name may stand for, from the names that articles use: "lukashenko" is whoever was called so. What
 * was given counts as an id too.
 */
final class NameResolver {
    private static final int MAX_IDS = 50;

    private final ElasticsearchClient client;
    private final String alias;

    NameResolver(ElasticsearchClient client, String alias) {
        this.client = client;
        this.alias = alias;
    }

    /** For each of the given names or ids, the ids it may be, itself first. */
    List<Set<String>> resolve(String aliasField, List<String> namesOrIds) throws IOException {
        List<Set<String>> resolved = new ArrayList<>();
        for (String nameOrId : namesOrIds) {
            Set<String> ids = new LinkedHashSet<>();
            ids.add(nameOrId);
            String folded = Names.fold(nameOrId);
            // A colon is what ids have and names do not.
            if (!folded.isEmpty() && nameOrId.indexOf(':') < 0) {
                ids.addAll(idsOf(aliasField, folded + Names.SEPARATOR));
            }
            resolved.add(ids);
        }
        return resolved;
    }

    private Set<String> idsOf(String aliasField, String prefix) throws IOException {
        // A folded name has only letters, digits and blanks, so it means nothing else as a regular expression.
        SearchResponse<Void> response = client.search(
                search -> search.index(alias)
                        .size(0)
                        .query(query ->
                                query.prefix(named -> named.field(aliasField).value(prefix)))
                        .aggregations(
                                "ids",
                                Aggregation.of(aggregation -> aggregation.terms(terms -> terms.field(aliasField)
                                        .size(MAX_IDS)
                                        .include(include -> include.regexp(prefix + ".*"))))),
                Void.class);
        Set<String> ids = new LinkedHashSet<>();
        for (StringTermsBucket bucket : ElasticsearchAnswers.buckets(response, "ids")) {
            ids.add(bucket.key().stringValue().substring(prefix.length()));
        }
        return ids;
    }
}
