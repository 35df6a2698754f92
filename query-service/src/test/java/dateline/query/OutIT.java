package dateline.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.util.BinaryData;
import dateline.contract.EntityType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Articles on their way out: exports and feeds. */
@QueryServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutIT {
    private static final String SMALL = "outlet=out-one.example";
    private static final String MANY = "outlet=out-many.example";
    private static final int COUNT = 3_000;

    private final SampleArticle formula = SampleArticle.at("https://out-one.example/formula")
            .from("out-one.example", "One")
            .titled("=HYPERLINK(\"http://evil.example\")")
            .published("2018-03-01T10:00:00Z");

    private final SampleArticle plain = SampleArticle.at("https://out-one.example/plain")
            .from("out-one.example", "One")
            .titled("Rates, \"again\" & <b>Ереван</b>")
            .naming("place:out-bay", "Out Bay", EntityType.PLACE, "ferry")
            .about("medtop:rates", "rates")
            .published("2018-03-02T10:00:00Z");

    @Autowired
    private RunningService service;

    @Autowired
    private ElasticsearchClient client;

    @Autowired
    private Environment environment;

    @BeforeAll
    void fewArticlesAndMany() throws Exception {
        service.publish(formula, plain);
        service.awaitSearchable(formula, plain);
        for (int from = 0; from < COUNT; from += 1_000) {
            int first = from;
            assertThat(client.bulk(bulk -> {
                                bulk.index("articles").refresh(Refresh.True);
                                for (int i = first; i < first + 1_000; i++) {
                                    String id = id(i);
                                    byte[] json = document(i, id).getBytes(UTF_8);
                                    bulk.operations(one -> one.index(
                                            index -> index.id(id).document(BinaryData.of(json, "application/json"))));
                                }
                                return bulk;
                            })
                            .errors())
                    .isFalse();
        }
    }

    /** They are in no log, and other tests compare the two. */
    @AfterAll
    void withoutMany() throws Exception {
        client.bulk(bulk -> {
            bulk.index("articles").refresh(Refresh.True);
            for (int i = 0; i < COUNT; i++) {
                String id = id(i);
                bulk.operations(one -> one.delete(delete -> delete.id(id)));
            }
            return bulk;
        });
    }

    private static String id(int i) {
        return "%032x".formatted(0xabc_0000_0000L + i);
    }

    private static String document(int i, String id) {
        return """
                {"id": "%s", "url": "https://out-many.example/%d", "title": "Many %d", "lead": "%s",
                 "outlet": {"id": "out-many.example", "name": "Many"}, "bylines": [], "revision": 1, "independent": true,
                 "published": {"at": "2018-04-01T00:%02d:%02dZ", "precision": "SECOND", "source": "FEED"}}""".formatted(id, i, i, "x".repeat(400), i / 60 % 60, i % 60)
                // A line feed ends a document of a bulk request.
                .replace("\n", " ");
    }

    private HttpResponse<String> ask(String path) {
        HttpResponse<String> answer = service.ask(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    @Test
    void jsonIsAnArrayOfArticles() {
        HttpResponse<String> answer = ask("/api/articles/export?" + SMALL);
        JsonNode articles = JsonMapper.shared().readTree(answer.body());

        assertThat(articles.findValuesAsString("title"))
                .containsExactly("Rates, \"again\" & <b>Ереван</b>", "=HYPERLINK(\"http://evil.example\")");
        assertThat(articles.get(0).get("published").get("at").asString()).isEqualTo("2018-03-02T10:00:00Z");
        assertThat(articles.get(0).has("body")).isFalse();
        assertThat(answer.headers().firstValue("dateline-total")).contains("2");
        assertThat(answer.headers().firstValue("content-disposition").orElse(""))
                .endsWith(".json\"");
    }

    @Test
    void fieldsAndOrderCanBeChosen() {
        assertThat(ask("/api/articles/export?format=ndjson&fields=title,body&sort=oldest&limit=1&" + SMALL)
                        .body())
                .startsWith("{\"title\":\"=HYPERLINK(\\\"http://evil.example\\\")\",\"body\":")
                .endsWith("}\n")
                .containsOnlyOnce("\n");
    }

    @Test
    void csvIsSafeInASpreadsheet() {
        String csv = ask("/api/articles/export?format=csv&fields=id,title,entities&bom=true&" + SMALL)
                .body();

        assertThat(csv)
                .isEqualTo("\uFEFFid,title,entityIds,entityNames\r\n" + plain.id()
                        + ",\"Rates, \"\"again\"\" & <b>Ереван</b>\",place:out-bay,Out Bay\r\n" + formula.id()
                        + ",\"'=HYPERLINK(\"\"http://evil.example\"\")\",\"\",\"\"\r\n");
    }

    @Test
    void nothingFoundIsAWholeAnswerToo() {
        assertThat(ask("/api/articles/export?outlet=nobody.example").body()).isEqualTo("[\n]\n");
        assertThat(ask("/api/articles/export?format=csv&fields=id&outlet=nobody.example")
                        .body())
                .isEqualTo("id\r\n");
    }

    @Test
    void everyArticleIsExportedOnceInEveryOrder() {
        for (String sort : List.of("newest", "oldest", "any")) {
            List<String> lines = ask("/api/articles/export?format=ndjson&fields=id,lead&sort=" + sort + "&" + MANY)
                    .body()
                    .lines()
                    .toList();
            Set<String> ids = new HashSet<>();
            lines.forEach(
                    line -> ids.add(JsonMapper.shared().readTree(line).get("id").asString()));

            assertThat(lines).as(sort).hasSize(COUNT);
            assertThat(ids).as(sort).hasSize(COUNT);
        }
        assertThat(ask("/api/articles/export?format=ndjson&fields=id&limit=1234&" + MANY)
                        .body()
                        .lines())
                .hasSize(1_234);
    }

    @Test
    void aBadParameterIsAProblemThatNamesIt() {
        for (String query : List.of(
                "format=xml", "fields=colour", "sort=relevance", "limit=0", "bom=true", "next=abc", "q=%22open")) {
            HttpResponse<String> answer = service.ask("/api/articles/export?" + query);

            assertThat(answer.statusCode()).as(query).isEqualTo(400);
            assertThat(RunningService.json(answer).get("parameter").asString())
                    .isEqualTo(query.substring(0, query.indexOf('=')));
        }
        assertThat(service.ask("/api/articles/feed?format=gopher").statusCode()).isEqualTo(400);
    }

    @Test
    void feedsHoldTheArticlesOfAQuery() {
        for (String format : List.of("rss", "atom", "json")) {
            HttpResponse<String> answer = ask("/api/articles/feed?q=rates&format=" + format + "&" + SMALL);

            assertThat(answer.headers().firstValue("content-type").orElse("").toLowerCase(Locale.ROOT))
                    .contains(format);
            assertThat(answer.body())
                    .contains("urn:dateline:article:" + plain.id())
                    .contains("https://out-one.example/plain")
                    .contains("/articles/" + plain.id())
                    .doesNotContain(formula.id());
        }
    }

    @Test
    void anUnchangedFeedIsNotSentAgain() throws Exception {
        HttpResponse<String> first = ask("/api/articles/feed?" + SMALL);
        String tag = first.headers().firstValue("etag").orElseThrow();

        assertThat(first.headers().firstValue("last-modified")).isPresent();
        assertThat(again("if-none-match", tag)).isEqualTo(304);
        assertThat(again("if-none-match", "\"other\"")).isEqualTo(200);
        assertThat(again(
                        "if-modified-since",
                        first.headers().firstValue("last-modified").orElseThrow()))
                .isEqualTo(304);
    }

    private int again(String header, String value) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port")
                + "/api/articles/feed?" + SMALL);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).header(header, value).build(), BodyHandlers.discarding())
                .statusCode();
    }
}
