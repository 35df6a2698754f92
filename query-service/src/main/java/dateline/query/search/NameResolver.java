package dateline.query.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import dateline.query.index.Names;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
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

    /** For each of the names or ids in a query, the ids it may be, itself first. */
    ResolvedNames resolve(ArticleQuery asked) throws IOException {
        Map<Attribute, Map<String, Set<String>>> resolved = new EnumMap<>(Attribute.class);
        for (var names : QueryNames.of(asked).entrySet()) {
            Map<String, Set<String>> ids = new HashMap<>();
            for (String name : names.getValue()) {
                ids.put(name, idsOf(names.getKey(), name));
            }
            resolved.put(names.getKey(), ids);
        }
        return new ResolvedNames(resolved);
    }

    private Set<String> idsOf(Attribute attribute, String nameOrId) throws IOException {
        Set<String> ids = new LinkedHashSet<>();
        ids.add(nameOrId);
        String folded = Names.fold(nameOrId);
        // A colon is what ids have and names do not.
        if (!folded.isEmpty() && nameOrId.indexOf(':') < 0) {
            switch (attribute.form()) {
                case ENTITY_NAME -> ids.addAll(named("entityAliases", folded));
                case TOPIC_NAME -> ids.addAll(named("topicAliases", folded));
                case OUTLET_NAME, AS_IT_IS, LOWER_CASE, UPPER_CASE, CHANNEL -> {
                    // What was given is all it may be.
                }
            }
        }
        return ids;
    }

    private Set<String> named(String aliasField, String folded) throws IOException {
        // A folded name has only letters, digits and blanks, so it means nothing else as a regular expression.
        String prefix = folded + Names.SEPARATOR;
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
