package dateline.query.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.Time;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Views of the index as it was at one moment (Elasticsearch's points in time), so that going through many pages meets
 * each article once whatever is indexed meanwhile. Each keeps old segments alive, so there is a bound on how many are
 * opened. Thread-safe.
 */
final class Views {
    private static final Logger LOG = LoggerFactory.getLogger(Views.class);

    private final ElasticsearchClient client;
    private final String alias;
    private final Duration kept;
    private final int most;
    private final ArrayDeque<Long> opened = new ArrayDeque<>();

    Views(ElasticsearchClient client, String alias, SearchSettings settings) {
        this.client = client;
        this.alias = alias;
        this.kept = settings.viewKept();
        this.most = settings.mostViews();
    }

    /** How long one is kept after it was last used. */
    Time kept() {
        return Time.of(time -> time.time(kept.toMillis() + "ms"));
    }

    /**
     * Opens one.
     *
     * @throws TooBusy if too many were opened lately
     */
    String open() throws IOException {
        synchronized (opened) {
            long now = System.nanoTime();
            while (!opened.isEmpty() && now - opened.getFirst() > kept.toNanos()) {
                opened.removeFirst();
            }
            if (opened.size() >= most) {
                throw new TooBusy("Too many callers go through many pages just now. Please try again in a minute.");
            }
            opened.addLast(now);
        }
        return client.openPointInTime(open -> open.index(alias).keepAlive(kept()))
                .id();
    }

    /** Gives one back, whose last page was read. It would go by itself, only later. */
    void close(String view) {
        try {
            client.closePointInTime(close -> close.id(view));
        } catch (IOException | ElasticsearchException e) {
            LOG.debug("A view was not closed: {}", e.getMessage());
        }
    }
}
