package dateline.query.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** About how many articles there are: as many as a minute ago at most. Thread-safe. */
final class IndexSize {
    private static final long KEPT = 60_000_000_000L;

    private final ElasticsearchClient client;
    private final String alias;
    private final AtomicReference<@Nullable Seen> seen = new AtomicReference<>();

    IndexSize(ElasticsearchClient client, String alias) {
        this.client = client;
        this.alias = alias;
    }

    private record Seen(long articles, long at) {}

    /**
     * How many.
     *
     * @throws IOException if Elasticsearch does not answer
     */
    long articles() throws IOException {
        long now = System.nanoTime();
        Seen last = seen.get();
        if (last != null && now - last.at() < KEPT) {
            return last.articles();
        }
        long articles = client.count(count -> count.index(alias)).count();
        seen.set(new Seen(articles, now));
        return articles;
    }
}
