package dateline.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.EntityType;
import dateline.query.QueryServiceTest;
import dateline.query.RunningService;
import dateline.query.SampleArticle;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Whatever is asked, the answer is one of those that the API promises, and no text is read by Elasticsearch as a query. */
@QueryServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileQueryIT {
    private static final int ROUNDS = 300;
    private static final String OUTLET = "hostile.example";

    private final SampleArticle secret = SampleArticle.at("https://hostile.example/a")
            .from(OUTLET, "Hostile")
            .titled("Nothing but ordinary words")
            .naming("person:x", "Some One", EntityType.PERSON, "ordinary");

    @Autowired
    private RunningService service;

    @BeforeAll
    void anArticle() {
        service.publish(secret);
        service.awaitSearchable(secret);
    }

    private HttpResponse<String> ask(String path, String parameter, String value) {
        return service.ask(path + "?" + parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    @Test
    void noQueryInTheSyntaxFails() {
        Random random = new Random(20260421);
        for (int i = 0; i < ROUNDS; i++) {
            String q = new QueryGenerator(random).query(3);

            HttpResponse<String> answer = ask("/api/articles", "size=1&facets=place&q", q);

            assertThat(answer.statusCode()).as(q + " " + answer.body()).isIn(200, 400);
            if (answer.statusCode() == 400) {
                // Valid by syntax, so it is only too much of it.
                assertThat(answer.body()).as(q).containsAnyOf("too dear", "more than", "longer than", "nested");
            }
        }
    }

    @Test
    void noGarbageFails() {
        Random random = new Random(20260422);
        String[] bits = {
            "(",
            ")",
            "\"",
            "“",
            "-",
            " ",
            "OR",
            "AND",
            "NOT",
            "a",
            "é",
            "\u0000",
            "\uD83D",
            "\uDE00",
            "*",
            ":",
            "\\",
            "~",
            "~5",
            "title:",
            "entity:",
            "has:",
            "quote",
            "x:",
            "{",
            "}",
            "[",
            "]",
            "/",
            "^",
            "$",
            "%",
            "\r\n",
            "\u202E",
            "ہے",
            "中文",
            "'",
            ";",
            "<script>",
            "\t",
            "0",
            "1e999",
            "ﬀ",
            "İ",
            "\uFFFF"
        };
        String[] parameters = {
            "q",
            "entity",
            "topic",
            "outlet",
            "tag",
            "language",
            "country",
            "speaker",
            "about",
            "dateline",
            "channel",
            "from",
            "to",
            "firstSeenFrom",
            "size",
            "next",
            "facets",
            "sort",
            "hasQuote",
            "nearDuplicateOf"
        };
        for (int i = 0; i < ROUNDS; i++) {
            StringBuilder value = new StringBuilder();
            for (int j = random.nextInt(30); j >= 0; j--) {
                value.append(bits[random.nextInt(bits.length)]);
            }
            String parameter = i % 2 == 0 ? "q" : parameters[random.nextInt(parameters.length)];

            HttpResponse<String> answer = ask("/api/articles", parameter, value.toString());

            assertThat(answer.statusCode())
                    .as(parameter + "=" + value + " " + answer.body())
                    .isIn(200, 400);
            assertThat(ask("/api/suggest", "q", value.toString()).statusCode()).isIn(200, 400);
        }
    }

    @Test
    void nothingIsReadAsAQueryOfElasticsearch() {
        List<String> hostile = List.of(
                "*:*",
                "_exists_:title",
                "_id:" + secret.id(),
                "outlet.id:" + OUTLET,
                "title:(zzzz) OR _source:*",
                "{\"match_all\":{}}",
                "\"}}],\"must\":[{\"match_all\":{}}]",
                "[* TO *]",
                "title:[a TO z]",
                "/.*/",
                "ordinar?",
                "word~",
                "ordinary^1000000 zzzz",
                "zzzz || ordinary",
                "zzzz && ordinary",
                "!zzzz",
                "+ordinary +zzzz",
                "zzzz\\\" OR \\\"ordinary",
                "<script>ctx._source.remove('x')</script>",
                "{{#toJson}}x{{/toJson}}",
                "now-1d",
                "_index:.*",
                "\u0000ordinary zzzz");
        for (String text : hostile) {
            HttpResponse<String> answer = ask("/api/articles", "outlet=" + OUTLET + "&facets=place&q", text);

            assertThat(answer.statusCode()).as(text).isIn(200, 400);
            if (answer.statusCode() == 200) {
                assertThat(RunningService.json(answer).get("total").asInt())
                        .as(text)
                        .isZero();
            }
        }
    }

    @Test
    void valuesAreValuesWhateverTheyLookLike() {
        for (String value : List.of(
                ".*",
                "some one\t.*",
                "ordinary|x",
                "(ordinary)",
                "*",
                "person:*",
                "{\"regexp\":\".*\"}",
                "\" OR \"\"=\"",
                "@&~#<>",
                "person:x\",\"person:y")) {
            for (String parameter : List.of("entity", "speaker", "topic", "outlet", "tag", "dateline", "country")) {
                HttpResponse<String> answer = ask("/api/articles", "from=2026-01-01&facets=place&" + parameter, value);

                assertThat(answer.statusCode()).as(parameter + "=" + value).isEqualTo(200);
                int total = RunningService.json(answer).get("total").asInt();
                // Names are compared without punctuation, so these are names.
                boolean isName = parameter.equals("entity")
                        && List.of("(ordinary)", "some one\t.*").contains(value);
                assertThat(total).as(parameter + "=" + value).isEqualTo(isName ? 1 : 0);
            }
        }
        assertThat(ask("/api/articles", "next", "eyJxdWVyeSI6eyJtYXRjaF9hbGwiOnt9fX0")
                        .statusCode())
                .isEqualTo(400);
        assertThat(ask("/api/articles", "facets", "_id").statusCode()).isEqualTo(400);
        assertThat(ask("/api/articles", "sort", "_script").statusCode()).isEqualTo(400);
    }

    @Test
    void everyErrorIsAProblemDetail() {
        for (String path : List.of(
                "/api/articles?q=%22",
                "/api/articles/x",
                "/api/articles/x/similar",
                "/api/articles/" + secret.id() + "/similar?size=0",
                "/api/suggest?size=0",
                "/api/suggest?kind=owl",
                "/api/suggest?color=red",
                "/api/nothing-here",
                "/api/trace",
                "/api/rebuilds/none",
                "/api/dead-letters/none")) {
            HttpResponse<String> answer = service.ask(path);

            assertThat(answer.statusCode()).as(path).isBetween(400, 404);
            assertThat(answer.headers().firstValue("content-type")).as(path).contains("application/problem+json");
            JsonNode problem = RunningService.json(answer);
            assertThat(problem.get("status").asInt()).isEqualTo(answer.statusCode());
            assertThat(problem.get("title").asString()).isNotBlank();
            assertThat(problem.get("detail").asString()).isNotBlank();
        }
    }

    /** Makes queries that the syntax allows. */
    private static final class QueryGenerator {
        private static final String[] WORDS = {
            "bridge",
            "мост",
            "ordinary",
            "Lukashenko",
            "übung",
            "o'neill",
            "naïve",
            "中文",
            "10:30",
            "e-mail",
            "AT&T",
            "كتاب"
        };
        private final Random random;

        QueryGenerator(Random random) {
            this.random = random;
        }

        String query(int depth) {
            return switch (random.nextInt(depth > 0 ? 11 : 6)) {
                case 0, 1 -> word();
                case 2 -> "\"" + word() + " " + word() + "\"";
                case 3 -> "\"" + word() + " " + word() + "\"~" + random.nextInt(51);
                case 4 -> "minist*";
                case 5 -> field();
                case 6 -> "(" + query(depth - 1) + ")";
                case 7 -> "-" + query(0);
                case 8 -> query(depth - 1) + " OR " + query(depth - 1);
                case 9 -> query(depth - 1) + " AND " + query(depth - 1);
                default -> several(depth);
            };
        }

        private String several(int depth) {
            List<String> parts = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                parts.add(query(depth - 1));
            }
            return String.join(" ", parts);
        }

        private String field() {
            String[] fields = {
                "title:" + word(),
                "body:\"" + word() + " " + word() + "\"",
                "title:(" + word() + " OR " + word() + ")",
                "entity:\"" + word() + "\"",
                "topic:medtop:11000000",
                "outlet:" + OUTLET,
                "tag:state",
                "language:en",
                "country:(am OR az)",
                "speaker:" + word(),
                "about:" + word(),
                "dateline:minsk",
                "channel:feed",
                "has:quote",
                "has:dateline",
                "is:revised",
                "is:independent"
            };
            return fields[random.nextInt(fields.length)];
        }

        private String word() {
            return WORDS[random.nextInt(WORDS.length)];
        }
    }
}
