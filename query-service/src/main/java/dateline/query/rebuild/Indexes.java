package dateline.query.rebuild;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch.indices.IndexState;
import co.elastic.clients.json.JsonData;
import dateline.contract.UnreadableRecord;
import dateline.query.index.IndexSettings;
import dateline.query.index.IndexSetup;
import dateline.query.index.StoreUnavailable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The indexes of articles in Elasticsearch: which there are, making, naming and removing them. */
@Component
class Indexes {
    private static final String HISTORY = "rebuild";

    private final ElasticsearchClient client;
    private final IndexSetup setup;
    private final String alias;
    private final Time refresh;
    private final Pattern name;

    Indexes(ElasticsearchClient client, IndexSetup setup, IndexSettings settings) {
        this.client = client;
        this.setup = setup;
        this.alias = settings.alias();
        this.refresh = Time.of(time -> time.time(settings.refresh().toMillis() + "ms"));
        this.name = Pattern.compile(Pattern.quote(alias) + "-(\\d{6})");
    }

    /** Something that is asked of Elasticsearch. */
    private interface Request<T> {
        T send() throws IOException;
    }

    /** All of them, in the order they were made. */
    List<BuiltIndex> all() {
        return ask(() -> {
            List<BuiltIndex> found = new ArrayList<>();
            Map<String, IndexState> states =
                    client.indices().get(get -> get.index(alias + "-*")).indices();
            states.forEach((index, state) -> {
                if (name.matcher(index).matches()) {
                    found.add(new BuiltIndex(index, state.aliases().containsKey(alias), history(state)));
                }
            });
            found.sort(Comparator.comparing(BuiltIndex::name));
            return found;
        });
    }

    Optional<BuiltIndex> find(String index) {
        return all().stream().filter(each -> each.name().equals(index)).findFirst();
    }

    private static BuiltIndex.@Nullable History history(IndexState state) {
        JsonData history =
                state.mappings() == null ? null : state.mappings().meta().get(HISTORY);
        try {
            return history == null ? null : BuiltIndex.History.of(history.to(String.class));
        } catch (UnreadableRecord e) {
            return null;
        }
    }

    /** The name of the next one. */
    String next(List<BuiltIndex> all) {
        int last = all.stream()
                .mapToInt(index -> Integer.parseInt(index.name().substring(alias.length() + 1)))
                .max()
                .orElse(0);
        return String.format(java.util.Locale.ROOT, "%s-%06d", alias, last + 1);
    }

    /**
     * Makes an index to be filled: never refreshed and without copies until it is full.
     *
     * @return false if somebody else has just made it
     */
    boolean create(BuiltIndex index, BuiltIndex.History history) {
        setup.ensure();
        return ask(() -> {
            try {
                client.indices()
                        .create(create -> create.index(index.name())
                                .settings(settings -> settings.refreshInterval(Time.of(time -> time.time("-1")))
                                        .autoExpandReplicas("false")
                                        .numberOfReplicas("0"))
                                .aliases(index.target(), properties -> properties.isWriteIndex(true)));
            } catch (ElasticsearchException e) {
                if ("resource_already_exists_exception".equals(e.error().type())) {
                    return false;
                }
                throw e;
            }
            note(index.name(), history);
            return true;
        });
    }

    /** Notes how far an index is. */
    void note(String index, BuiltIndex.History history) {
        ask(() -> {
            IndexState state =
                    client.indices().get(get -> get.index(index)).indices().get(index);
            Map<String, JsonData> meta = new HashMap<>(
                    state == null || state.mappings() == null
                            ? Map.of()
                            : state.mappings().meta());
            meta.put(HISTORY, JsonData.of(history.json()));
            return client.indices().putMapping(put -> put.index(index).meta(meta));
        });
    }

    /** Searchable and copied from now on, like any index. */
    void open(String index) {
        ask(() -> {
            client.indices()
                    .putSettings(put -> put.index(index)
                            .settings(settings ->
                                    settings.refreshInterval(refresh).autoExpandReplicas("0-1")));
            return client.indices().refresh(refresh -> refresh.index(index));
        });
    }

    void refresh(String index) {
        ask(() -> client.indices().refresh(refresh -> refresh.index(index)));
    }

    /** Lets an index be written to by its own readers. */
    void allowSideWrites(BuiltIndex index) {
        ask(() -> client.indices()
                .putAlias(put -> put.index(index.name()).name(index.target()).isWriteIndex(true)));
    }

    /** Puts one in the other's place behind the alias, in one step. */
    void swap(BuiltIndex before, BuiltIndex after) {
        ask(() -> client.indices()
                .updateAliases(update -> update.actions(action -> action.remove(remove ->
                                remove.index(before.name()).alias(alias).mustExist(true)))
                        .actions(action -> action.add(
                                add -> add.index(after.name()).alias(alias).isWriteIndex(true)))));
        setup.look();
    }

    void drop(String index) {
        ask(() -> client.indices().delete(delete -> delete.index(index)));
    }

    /** How many articles it holds, those not yet searchable included as far as Elasticsearch knows. */
    long count(String index) {
        return ask(() -> {
            var stats = client.indices()
                    .stats(request -> request.index(index))
                    .indices()
                    .get(index);
            return stats == null
                            || stats.primaries() == null
                            || stats.primaries().docs() == null
                    ? 0
                    : stats.primaries().docs().count();
        });
    }

    private static <T> T ask(Request<T> request) {
        try {
            return request.send();
        } catch (IOException e) {
            throw new StoreUnavailable("Elasticsearch does not answer: " + e.getMessage(), e);
        } catch (ElasticsearchException e) {
            throw new StoreUnavailable("Elasticsearch refuses: " + e.getMessage(), e);
        }
    }
}
