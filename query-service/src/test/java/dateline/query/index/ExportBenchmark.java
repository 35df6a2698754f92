package dateline.query.index;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.util.BinaryData;
import dateline.contract.ContractJson;
import dateline.contract.EntityType;
import dateline.query.QueryServiceTest;
import dateline.query.SampleArticle;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * How fast articles are exported, and how much memory is held meanwhile: after each fifth of an export garbage is collected
 * and what is left of the heap is noted. The service, this reader and its sample share the heap; the node has its own.
 */
@QueryServiceTest
class ExportBenchmark {
    private static final int ARTICLES = Integer.getInteger("dateline.export.articles", 100_000);
    private static final int WORDS = Integer.getInteger("dateline.export.words", 150);
    private static final int CHUNK = 5 * 1024 * 1024;
    private static final Instant START = Instant.parse("2016-01-01T00:00:00Z");

    @Autowired
    private ElasticsearchClient client;

    @LocalServerPort
    private int port;

    @Test
    void exportsOfEachKind() throws Exception {
        long bytes = load();
        System.out.printf(
                Locale.ROOT,
                "%d articles of %d words, %.1f kB a document, heap of at most %d MB%n",
                ARTICLES,
                WORDS,
                bytes / 1e3 / ARTICLES,
                Runtime.getRuntime().maxMemory() >> 20);
        System.out.printf(Locale.ROOT, "%-44s %10s %8s   %s%n", "export", "articles/s", "MB/s", "MB of heap in use");
        String all = "outlet=export-bench.example";
        export("warm-up", "format=ndjson&limit=20000&" + all, Math.min(20_000, ARTICLES));
        for (String how : List.of(
                "format=ndjson&sort=newest",
                "format=ndjson&sort=any",
                "format=json&sort=newest",
                "format=csv&sort=newest",
                "format=ndjson&sort=newest&fields=id,title,body",
                "format=ndjson&sort=any&fields=id,title,body")) {
            export(how, how + "&" + all, ARTICLES);
        }
    }

    private void export(String name, String query, int expected) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/articles/export?" + query))
                .build();
        long start = System.nanoTime();
        HttpResponse<InputStream> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Dateline-Total")).contains(Integer.toString(expected));
        List<Long> heap = new ArrayList<>();
        long[] read = read(answer.body(), expected, heap);
        double seconds = (System.nanoTime() - start) / 1e9 - read[2] / 1e9;
        // An array has two lines more, a table one.
        assertThat(read[1]).isBetween((long) expected, expected + 2L);
        System.out.printf(
                Locale.ROOT, "%-44s %10.0f %8.1f   %s%n", name, expected / seconds, read[0] / 1e6 / seconds, heap);
    }

    /** Bytes, lines, and the time that collecting garbage took. */
    private static long[] read(InputStream in, int expected, List<Long> heap) throws IOException {
        long[] read = new long[3];
        byte[] buffer = new byte[1 << 16];
        long next = expected / 5;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            read[0] += n;
            for (int i = 0; i < n; i++) {
                read[1] += buffer[i] == '\n' ? 1 : 0;
            }
            if (read[1] >= next) {
                long start = System.nanoTime();
                System.gc();
                heap.add(
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20);
                read[2] += System.nanoTime() - start;
                next += expected / 5;
            }
        }
        return read;
    }

    private long load() throws IOException {
        Random random = new Random(1);
        ContractJson json = new ContractJson();
        long all = 0;
        int at = 0;
        while (at < ARTICLES) {
            BulkRequest.Builder bulk = new BulkRequest.Builder().index("articles");
            for (int bytes = 0; at < ARTICLES && bytes < CHUNK; at++) {
                SampleArticle article = article(at, random);
                byte[] document = json.write(ArticleDocuments.of(article.build()));
                bulk.operations(operation -> operation.index(
                        one -> one.id(article.id()).document(BinaryData.of(document, "application/json"))));
                bytes += document.length;
                all += document.length;
            }
            assertThat(client.bulk(bulk.build()).errors()).isFalse();
        }
        client.indices().refresh(refresh -> refresh.index("articles"));
        return all;
    }

    private static SampleArticle article(int i, Random random) {
        StringBuilder body = new StringBuilder();
        for (int word = 0; word < WORDS; word++) {
            // Few frequent words and many rare ones.
            int rank = (int) Math.exp(random.nextDouble() * Math.log(50_000));
            body.append(Integer.toString(rank * 7919, 36)).append(' ');
        }
        return SampleArticle.at("https://export-bench.example/" + i)
                .from("export-bench.example", "Export Bench")
                .titled("Report number " + i + " from Kestrel Bay")
                .saying(body.toString(), "It is near Kestrel Bay.")
                .naming("place:kestrel", "Kestrel Bay", EntityType.PLACE)
                .about("medtop:2", "ferries", "medtop:1")
                .published(START.plusSeconds(i * 977L % (ARTICLES * 977L)).toString());
    }
}
