package dateline.query.export;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dateline.query.index.IndexSettings;
import dateline.query.search.ArticleQuery;
import dateline.query.search.FoundArticles;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import tools.jackson.databind.node.ObjectNode;

/** Carries out exports, so many at a time, each with little memory. */
@Service
class Exports {
    private static final int FIRST_PAGE = 100;
    private static final int MOST_ON_PAGE = 2_000;

    /** How many pages are read at a time: Elasticsearch reads a page with one core. */
    private static final int AHEAD = 2;

    private final ElasticsearchClient client;
    private final Function<ArticleQuery, Query> translator;
    private final String alias;
    private final ExportSettings settings;
    private final Semaphore places;
    private final MeterRegistry meters;
    private final Counter exported;

    @Autowired
    Exports(
            ElasticsearchClient client,
            FoundArticles articles,
            IndexSettings index,
            ExportSettings settings,
            MeterRegistry meters) {
        this(client, articles::query, index.alias(), settings, meters);
    }

    Exports(
            ElasticsearchClient client,
            Function<ArticleQuery, Query> translator,
            String alias,
            ExportSettings settings,
            MeterRegistry meters) {
        this.client = client;
        this.translator = translator;
        this.alias = alias;
        this.settings = settings;
        this.places = new Semaphore(settings.concurrent());
        this.meters = meters;
        this.exported = Counter.builder("dateline.export.articles")
                .description("articles written into exports")
                .register(meters);
        Gauge.builder("dateline.export.running", places, free -> settings.concurrent() - free.availablePermits())
                .description("exports that are under way")
                .register(meters);
    }

    /** Where an export goes. */
    interface Destination {
        /** Makes ready for an export of so many articles. From now on nothing can be answered but the export. */
        ArticleWriter open(long total) throws IOException;
    }

    /**
     * Exports.
     *
     * @throws TooManyExports if as many as may be are under way
     * @throws dateline.query.search.SearchUnavailable if Elasticsearch can not answer; nothing was written then
     * @throws ExportBroken if it stops answering later
     * @throws IOException if the reader went away
     */
    void export(ExportRequest request, Destination destination) throws IOException, ExportBroken {
        if (!places.tryAcquire()) {
            throw new TooManyExports(settings.concurrent());
        }
        String outcome = "broken";
        try (ArticlePages pages =
                ArticlePages.open(client, alias, translator.apply(request.articles()), request, settings)) {
            List<ObjectNode> first = pages.first(size(request, FIRST_PAGE, 0));
            ArticleWriter writer = destination.open(Math.min(request.limit(), pages.total()));
            try {
                write(request, pages, first, writer);
                outcome = "complete";
            } catch (IOException e) {
                outcome = "left";
                throw e;
            }
        } finally {
            places.release();
            meters.counter("dateline.exports", "outcome", outcome).increment();
        }
    }

    private void write(ExportRequest request, ArticlePages pages, List<ObjectNode> first, ArticleWriter writer)
            throws IOException, ExportBroken {
        writer.begin();
        Deque<CompletableFuture<List<ObjectNode>>> ahead = new ArrayDeque<>();
        long asked = first.size();
        int size = FIRST_PAGE;
        long articlesWritten = 0;
        List<ObjectNode> page = first;
        try {
            while (!page.isEmpty()) {
                // The next pages are read while this one is written.
                while (ahead.size() < AHEAD && asked < Math.min(request.limit(), pages.total())) {
                    size = size(request, fitting(size, writer, articlesWritten), asked);
                    ahead.add(pages.next(size));
                    asked += size;
                }
                for (ObjectNode article : page) {
                    writer.write(article);
                }
                writer.flush();
                articlesWritten += page.size();
                exported.increment(page.size());
                page = ahead.isEmpty() ? List.of() : joined(ahead.remove(), articlesWritten);
            }
        } finally {
            // The index's moment must not be let go while it is read.
            ahead.forEach(reading -> reading.exceptionally(failed -> List.of()).join());
        }
        writer.end();
        writer.flush();
    }

    private static List<ObjectNode> joined(CompletableFuture<List<ObjectNode>> next, long written) throws ExportBroken {
        try {
            return next.join();
        } catch (CompletionException e) {
            org.slf4j.LoggerFactory.getLogger(Exports.class)
                    .warn("An export broke off after {} articles: {}", written, String.valueOf(e.getCause()));
            throw new ExportBroken("The search index stopped answering after " + written + " articles.");
        }
    }

    /** As many as make a page of the size wanted, if they are like those before; never many more than the last time. */
    private int fitting(int asked, ArticleWriter writer, long written) {
        if (written == 0) {
            return asked;
        }
        long each = Math.max(1, writer.written() / written);
        return Math.clamp(settings.page().toBytes() / each, 10, Math.clamp(asked * 2L, 10, MOST_ON_PAGE));
    }

    private static int size(ExportRequest request, int size, long before) {
        return (int) Math.min(size, request.limit() - before);
    }
}
