package dateline.query.names;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import dateline.query.index.IndexSettings;
import dateline.query.index.Names;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;

/**
 * What articles name most, and by which names, in every script they use. Read from the index when first asked for and
 * again when it has become old; the more articles, the more seldom ({@link KeptTable}). Thread-safe.
 */
@Service
public class NameDirectory {
    private static final Map<Named.Kind, String> LABELS = Map.of(
            Named.Kind.PERSON, "facets.person",
            Named.Kind.ORGANISATION, "facets.organisation",
            Named.Kind.PLACE, "facets.place",
            Named.Kind.TOPIC, "facets.topic",
            Named.Kind.OUTLET, "facets.outlet");
    /** The most frequent of each kind; Elasticsearch answers 65,536 values at once. */
    private static final int MOST = 20_000;

    private static final int MOST_ALIASES = 60_000;

    private final ElasticsearchClient client;
    private final String alias;
    private final KeptTable names;

    NameDirectory(ElasticsearchClient client, IndexSettings settings) {
        this.client = client;
        this.alias = settings.alias();
        this.names = new KeptTable(
                this::read, task -> Thread.ofVirtual().name("names").start(task), System::nanoTime);
    }

    /** A name that begins as asked, folded, and what it stands for. */
    public record Completion(Named named, String name) {}

    /** What has a name in which each word of the text begins a word, the best first. */
    public List<Completion> complete(String text, Predicate<Named> wanted, int size) {
        List<Completion> found = complete(names.recent(), text, wanted, size);
        // Whoever types asks once, and just after a start the names at hand are those of a few articles.
        return found.isEmpty()
                ? names.renewed()
                        .map(table -> complete(table, text, wanted, size))
                        .orElse(found)
                : found;
    }

    private static List<Completion> complete(NameTable table, String text, Predicate<Named> wanted, int size) {
        return table.find(text, wanted, size).stream()
                .map(match -> new Completion(match.named(), match.name()))
                .toList();
    }

    /** What has this id, if articles name it often enough. */
    public Optional<Named> get(String id) {
        return names.atHand().get(id);
    }

    /** The word of a name that this one was probably meant to be; empty if it is one, or like none. */
    public Optional<String> correct(String word) {
        return Spelling.nearest(Names.fold(word), names.atHand().words());
    }

    private KeptTable.Read read() throws IOException {
        List<Named> named = new ArrayList<>();
        long articles = client.count(count -> count.index(alias)).count();
        for (Map.Entry<Named.Kind, String> each : LABELS.entrySet()) {
            for (StringTermsBucket bucket : terms(each.getValue(), MOST)) {
                String pair = bucket.key().stringValue();
                int separator = pair.indexOf(Names.SEPARATOR);
                // A topic of which only narrower ones were met has no name yet.
                if (separator > 0 && separator < pair.length() - 1) {
                    named.add(new Named(
                            each.getKey(),
                            pair.substring(0, separator),
                            pair.substring(separator + 1),
                            bucket.docCount()));
                }
            }
        }
        List<NameTable.Alias> aliases = new ArrayList<>();
        for (String field : List.of("entityAliases", "topicAliases")) {
            for (StringTermsBucket bucket : terms(field, MOST_ALIASES)) {
                String pair = bucket.key().stringValue();
                int separator = pair.indexOf(Names.SEPARATOR);
                if (separator > 0) {
                    aliases.add(new NameTable.Alias(pair.substring(0, separator), pair.substring(separator + 1)));
                }
            }
        }
        return new KeptTable.Read(new NameTable(named, aliases), articles);
    }

    private List<StringTermsBucket> terms(String field, int size) throws IOException {
        SearchResponse<Void> response = client.search(
                SearchRequest.of(search -> search.index(alias)
                        .size(0)
                        .trackTotalHits(total -> total.enabled(false))
                        .aggregations(
                                "names",
                                names -> names.terms(terms -> terms.field(field).size(size)))),
                Void.class);
        var names = response.aggregations().get("names");
        // Without any value in the index, the field has no type that the answer could have.
        return names != null && names.isSterms() ? names.sterms().buckets().array() : List.of();
    }
}
