package dateline.query.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds articles whose text an article repeats, or which repeat its text. */
@Component
public final class NearDuplicates {
    private final ElasticsearchClient client;
    private final HeldPrints held;
    private final String alias;

    NearDuplicates(ElasticsearchClient client, IndexSettings settings) {
        this.client = client;
        this.held = new HeldPrints(client);
        this.alias = settings.alias();
    }

    /**
     * An article that is nearly another one.
     *
     * @param id the article
     * @param similarity the share of all word sequences of both that is in both, from 0 to 1, as their signatures say
     */
    public record Near(String id, double similarity) {}

    /**
     * Those of an article, the most similar first.
     *
     * @param most how many, at most
     * @return empty if there is no such article
     * @throws StoreUnavailable if Elasticsearch can not say
     */
    public Optional<List<Near>> of(String id, int most) {
        try {
            var found = client.get(
                    get -> get.index(alias).id(id).sourceIncludes("id", "published", "firstSeen", "record.signature"),
                    HeldPrints.Held.class);
            return Optional.ofNullable(found.source())
                    .map(article ->
                            article.print().map(print -> near(print, most)).orElse(List.of()));
        } catch (IOException | ElasticsearchException e) {
            throw new StoreUnavailable("Elasticsearch does not answer: " + e.getMessage(), e);
        }
    }

    private List<Near> near(Print print, int most) {
        return held.like(alias, print, most + 1).stream()
                .filter(other -> !other.id().equals(print.id()))
                .filter(other -> other.repeats(print) || print.repeats(other))
                .map(other -> new Near(other.id(), print.signature().similarity(other.signature())))
                .sorted(Comparator.comparingDouble(Near::similarity).reversed())
                .limit(most)
                .toList();
    }
}
