package dateline.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.EntityType;
import dateline.contract.Geography;
import dateline.contract.Outlet;
import dateline.query.QueryServiceTest;
import dateline.query.RunningService;
import dateline.query.SampleArticle;
import dateline.query.SamplePrint;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

@QueryServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArticleApiIT {
    private static final String OUTLETS = "&outlet=api-one.example&outlet=api-two.example";

    private final SampleArticle visit = SampleArticle.at("https://api-one.example/visit")
            .from("api-one.example", "One")
            .titled("President Ladeira visits the shipyards")
            .saying("Marta Ladeira visited Portovale on Tuesday.", "Workers were promised new contracts.")
            .naming("person:ladeira", "Marta Ladeira", EntityType.PERSON, "Marta Ladeira", "Ladeira")
            .naming("place:portovale", "Portovale", EntityType.PLACE)
            .about("medtop:20000586", "government", "medtop:11000000")
            .quoting("Workers were promised new contracts.", "person:ladeira", false)
            .playingIn(new Geography(
                    new Geography.Place("place:portovale", "Portovale", "PT", 38.7, -9.1, 1),
                    List.of(),
                    List.of(new Geography.Country("PT", 1))))
            .signed(SamplePrint.of(201))
            .published("2026-04-21T09:00:00Z");

    private final SampleArticle strike = SampleArticle.at("https://api-one.example/strike")
            .from("api-one.example", "One")
            .titled("Strike closes the harbour")
            .saying("Workers closed the harbour of Portovale. No contract, no work, they say.")
            .naming("place:portovale", "Portovale", EntityType.PLACE)
            .about("medtop:20000523", "labour market", "medtop:04000000")
            .about("own:ports", "Our ports")
            .signed(SamplePrint.of(202))
            .by(new Outlet("api-one.example", "One", "PT", "en", List.of("harbour", "union")))
            .revision(2)
            .published("2026-04-22T09:00:00Z");

    private final SampleArticle russian = SampleArticle.at("https://api-two.example/pravitelstvo")
            .from("api-two.example", "Two")
            .in("ru")
            .titled("В правительстве обсудили новости")
            .saying("Министры говорили о газетах и Порту-Вале.")
            .about("medtop:20000586", "government", "medtop:11000000")
            .published("2026-04-23T23:30:00Z");

    @Autowired
    private RunningService service;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @BeforeAll
    void threeArticles() {
        service.publish(visit, strike, russian);
        service.awaitSearchable(visit, strike, russian);
        service.awaitThat("three", () -> assertThat(total("")).isEqualTo(3));
    }

    private int total(String query) {
        return service.search("?" + query + OUTLETS).get("total").asInt();
    }

    private static List<String> ids(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .toList();
    }

    private List<String> ids(String query) {
        List<String> ids = new ArrayList<>();
        service.search("?" + query + OUTLETS)
                .get("items")
                .forEach(item -> ids.add(item.get("id").asString()));
        return ids;
    }

    @Test
    void aWordIsFoundInAnotherForm() {
        assertThat(ids("q=contract")).containsExactlyInAnyOrder(visit.id(), strike.id());
        assertThat(ids("q=visiting")).containsExactly(visit.id());
        assertThat(ids("q=%D0%BF%D1%80%D0%B0%D0%B2%D0%B8%D1%82%D0%B5%D0%BB%D1%8C%D1%81%D1%82%D0%B2%D0%BE"))
                .containsExactly(russian.id());
    }

    @Test
    void allWordsMustOccurWhereverTheyStand() {
        assertThat(ids("q=shipyards+workers")).containsExactly(visit.id());
        assertThat(ids("q=shipyards+harbour")).isEmpty();
    }

    @Test
    void operatorsPhrasesAndExclusionNarrowAndWiden() {
        assertThat(ids("q=shipyards+OR+harbour")).containsExactlyInAnyOrder(visit.id(), strike.id());
        assertThat(ids("q=workers+-harbour")).containsExactly(visit.id());
        assertThat(ids("q=%22closed+the+harbour%22")).containsExactly(strike.id());
        assertThat(ids("q=%22the+closed+harbour%22")).isEmpty();
        assertThat(ids("q=workers+(shipyards+OR+nonsense)")).containsExactly(visit.id());
    }

    @Test
    void prefixesNearnessAndFieldsAreUnderstood() {
        assertThat(ids("q=shipy*")).containsExactly(visit.id());
        assertThat(ids("q=SHIPY*+-harb*")).containsExactly(visit.id());
        assertThat(ids("q=%22closed+harbour%22")).isEmpty();
        assertThat(ids("q=%22closed+harbour%22~1")).containsExactly(strike.id());
        assertThat(ids("q=title:portovale")).isEmpty();
        assertThat(ids("q=body:portovale+-title:strike")).containsExactly(visit.id());
        assertThat(ids("q=%D0%BF%D1%80%D0%B0%D0%B2%D0%B8%D1%82*")).containsExactly(russian.id());
        assertThat(ids("q=speaker:ladeira")).containsExactly(visit.id());
        assertThat(ids("q=topic:%22labour+market%22+OR+language:ru"))
                .containsExactlyInAnyOrder(strike.id(), russian.id());
        assertThat(ids("q=-has:quote+-language:ru")).containsExactly(strike.id());
    }

    @Test
    void everythingTheIndexKnowsNarrows() {
        assertThat(ids("speaker=marta+ladeira")).containsExactly(visit.id());
        assertThat(ids("hasQuote=true")).containsExactly(visit.id());
        assertThat(ids("hasQuote=false")).containsExactlyInAnyOrder(strike.id(), russian.id());
        assertThat(ids("country=pt")).containsExactly(visit.id());
        assertThat(ids("dateline=portovale")).containsExactly(visit.id());
        assertThat(ids("hasDateline=true")).containsExactly(visit.id());
        assertThat(ids("tag=union&tag=harbour")).containsExactly(strike.id());
        assertThat(ids("tag=union&tag=state")).isEmpty();
        assertThat(ids("revised=true")).containsExactly(strike.id());
        assertThat(ids("revised=false")).containsExactlyInAnyOrder(visit.id(), russian.id());
        assertThat(ids("channel=submitted")).isEmpty();
        assertThat(ids("channel=feed")).hasSize(3);
        assertThat(ids("independent=true")).hasSize(3);
        assertThat(ids("entity=portovale&entity=-ladeira")).containsExactly(strike.id());
        assertThat(ids("language=-ru")).containsExactlyInAnyOrder(visit.id(), strike.id());
        assertThat(ids("firstSeenFrom=2026-04-22&firstSeenTo=2026-04-22")).containsExactly(strike.id());
        assertThat(ids("sort=firstSeen")).containsExactly(russian.id(), strike.id(), visit.id());
    }

    @Test
    void articlesLikeOneAreThoseOfTheSameTextAndThenThoseAboutTheSame() {
        SampleArticle copy = SampleArticle.at("https://api-copy.example/visit")
                .from("api-copy.example", "Copy")
                .titled("President Ladeira at the shipyards")
                .saying("Marta Ladeira visited Portovale on Tuesday.", "Workers were promised new contracts.")
                .naming("person:ladeira", "Marta Ladeira", EntityType.PERSON, "Marta Ladeira")
                .signed(SamplePrint.like(201, 0.9, 4))
                .published("2026-04-21T10:00:00Z");
        service.publish(copy);
        service.awaitSearchable(copy);

        JsonNode similar = RunningService.json(service.ask("/api/articles/" + visit.id() + "/similar"));
        JsonNode near = similar.get("nearDuplicates").get(0);
        assertThat(near.get("article").get("id").asString()).isEqualTo(copy.id());
        assertThat(near.get("article").get("reprintOf").asString()).isEqualTo(visit.id());
        assertThat(near.get("similarity").asDouble()).isEqualTo(0.9);
        assertThat(similar.get("related").findValuesAsString("id"))
                .contains(strike.id())
                .doesNotContain(visit.id(), copy.id());
        assertThat(service.search("?nearDuplicateOf=" + visit.id()).get("items").findValuesAsString("reprintOf"))
                .containsExactly(visit.id());
        assertThat(service.ask("/api/articles/0000000000000000000000000000000f/similar")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoAsksForNoItemsIsToldHowManyThereAre() {
        JsonNode page = service.search("?q=shipyards&size=0" + OUTLETS);

        assertThat(page.get("total").asInt()).isEqualTo(1);
        assertThat(page.get("items")).isEmpty();
        assertThat(page.get("facets").has("language")).isTrue();
    }

    @Test
    void whatMatchedIsMarkedInTitleAndSnippet() {
        JsonNode item = service.search("?q=visit" + OUTLETS).get("items").get(0);

        assertThat(marked(item.get("title").asString(), item.get("titleMatches")))
                .containsExactly("visits");
        JsonNode snippet = item.get("snippet");
        assertThat(marked(snippet.get("text").asString(), snippet.get("matches")))
                .containsExactly("visited");
    }

    private static List<String> marked(String text, JsonNode spans) {
        List<String> marked = new ArrayList<>();
        spans.forEach(span -> marked.add(
                text.substring(span.get("start").asInt(), span.get("end").asInt())));
        return marked;
    }

    @Test
    void anEntityIsFoundByIdByNameAndByTheNameAnArticleUsed() {
        assertThat(ids("entity=person:ladeira")).containsExactly(visit.id());
        assertThat(ids("entity=marta+LADEIRA")).containsExactly(visit.id());
        assertThat(ids("entity=ladeira")).containsExactly(visit.id());
        assertThat(ids("entity=portovale")).containsExactlyInAnyOrder(visit.id(), strike.id());
        assertThat(ids("entity=portovale&entity=ladeira")).containsExactly(visit.id());
        assertThat(ids("entity=nobody")).isEmpty();
    }

    @Test
    void aTopicIsFoundByIdByNameAndByItsAncestor() {
        assertThat(ids("topic=medtop:20000586")).containsExactlyInAnyOrder(visit.id(), russian.id());
        assertThat(ids("topic=medtop:11000000")).containsExactlyInAnyOrder(visit.id(), russian.id());
        assertThat(ids("topic=Labour+Market")).containsExactly(strike.id());
    }

    @Test
    void anOwnTopicIsFoundByIdAndByNameAndCounted() {
        assertThat(ids("topic=own:ports")).containsExactly(strike.id());
        assertThat(ids("topic=our+ports")).containsExactly(strike.id());
        assertThat(service.search("?topic=own:ports" + OUTLETS)
                        .get("facets")
                        .get("topic")
                        .toString())
                .contains("{\"value\":\"own:ports\",\"label\":\"Our ports\",\"count\":1}");
    }

    @Test
    void daysAreWholeAndInUtc() {
        assertThat(ids("from=2026-04-22")).containsExactly(russian.id(), strike.id());
        assertThat(ids("to=2026-04-21")).containsExactly(visit.id());
        assertThat(ids("from=2026-04-23&to=2026-04-23")).containsExactly(russian.id());
        assertThat(ids("from=2026-04-21T09:00:00Z&to=2026-04-22T11:00:00%2B02:00"))
                .containsExactly(strike.id(), visit.id());
    }

    @Test
    void outletAndLanguageFilter() {
        assertThat(service.search("?outlet=api-two.example").get("total").asInt())
                .isEqualTo(1);
        assertThat(ids("language=RU")).containsExactly(russian.id());
        assertThat(ids("language=ru&language=en")).hasSize(3);
    }

    @Test
    void facetsCountWhatWasFound() {
        JsonNode facets = service.search("?q=workers" + OUTLETS).get("facets");

        assertThat(facets.propertyNames())
                .containsExactly(
                        "entity",
                        "person",
                        "organisation",
                        "place",
                        "topic",
                        "outlet",
                        "tag",
                        "language",
                        "country",
                        "speaker");
        assertThat(facets.get("place").get(0).toString())
                .isEqualTo("{\"value\":\"place:portovale\",\"label\":\"Portovale\",\"count\":2}");
        assertThat(facets.get("organisation")).isEmpty();
        assertThat(facets.get("topic").findValuesAsString("value"))
                .containsExactlyInAnyOrder(
                        "medtop:20000586", "medtop:11000000", "medtop:20000523", "medtop:04000000", "own:ports");
        assertThat(facets.get("language").get(0).get("label").asString()).isEqualTo("English");
        assertThat(facets.get("speaker").get(0).toString())
                .isEqualTo("{\"value\":\"person:ladeira\",\"label\":\"Marta Ladeira\",\"count\":1}");
        assertThat(facets.get("country").get(0).get("label").asString()).isEqualTo("Portugal");
        assertThat(service.search("?q=workers" + OUTLETS)
                        .get("facetBounds")
                        .get("place")
                        .toString())
                .isEqualTo("{\"error\":0,\"others\":0,\"share\":1.0}");
        assertThat(service.search("?facets=place,topic" + OUTLETS).get("facets").propertyNames())
                .containsExactly("place", "topic");
    }

    @Test
    void pagesMeetEachArticleOnceInEveryOrder() {
        for (String sort : List.of("sort=newest", "sort=oldest", "q=portovale+OR+новости")) {
            List<String> met = new ArrayList<>();
            String next = "";
            while (next != null) {
                JsonNode page = service.search("?size=1&" + encoded(sort) + OUTLETS + next);
                met.add(page.get("items").get(0).get("id").asString());
                next = page.get("next").isNull()
                        ? null
                        : "&next=" + page.get("next").asString();
            }
            assertThat(met).as(sort).containsExactlyInAnyOrder(visit.id(), strike.id(), russian.id());
        }
        assertThat(ids("sort=oldest")).containsExactly(visit.id(), strike.id(), russian.id());
    }

    @Test
    void pagesShowTheIndexAsItWasWhenPagingBegan() {
        String outlet = "api-paging.example";
        SampleArticle[] articles = new SampleArticle[4];
        for (int i = 0; i < 4; i++) {
            articles[i] = SampleArticle.at("https://api-paging.example/" + i)
                    .from(outlet, "Paging")
                    .published("2026-04-2" + (4 - i) + "T09:00:00Z");
        }
        service.publish(articles);
        service.awaitSearchable(articles);
        String query = "?size=1&outlet=" + outlet + "&next=";
        String second = service.search("?size=1&outlet=" + outlet).get("next").asString();
        String third = service.search(query + second).get("next").asString();
        SampleArticle between = SampleArticle.at("https://api-paging.example/between")
                .from(outlet, "Paging")
                .published("2026-04-22T08:00:00Z");
        service.publish(between);
        service.awaitSearchable(between);

        JsonNode page = service.search(query + third);
        assertThat(ids(page)).containsExactly(articles[2].id());
        JsonNode last = service.search(query + page.get("next").asString());
        assertThat(ids(last)).containsExactly(articles[3].id());
        assertThat(last.get("next").isNull()).isTrue();
        // After the last page the view is given back.
        HttpResponse<String> gone = service.ask("/api/articles" + query + third);
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(RunningService.json(gone).get("parameter").asString()).isEqualTo("next");
        assertThat(service.ask("/api/articles?size=1&q=ferry&next=" + second).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aForgedCursorIsAProblemOfTheCaller() {
        String next = new Cursor(
                        Sort.NEWEST, 0, 5, visit.id(), Cursor.question(null, Filters.NONE, Sort.NEWEST), "bm90LWEtcGl0")
                .encode();

        HttpResponse<String> answer = service.ask("/api/articles?next=" + next);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(RunningService.json(answer).get("parameter").asString()).isEqualTo("next");
    }

    @Test
    void aFaultInTheQuerySaysWhereItIs() {
        JsonNode problem = RunningService.json(service.ask("/api/articles?q=bridge+titel:toll"));

        assertThat(problem.get("status").asInt()).isEqualTo(400);
        assertThat(problem.get("position").asInt()).isEqualTo(7);
        assertThat(problem.get("detail").asString()).contains("there is no field titel");
    }

    @Test
    void aQueryThatIsTooDearIsRefusedWithItsPrice() {
        String near = "%22a+b%22~5+".repeat(25);

        JsonNode problem = RunningService.json(service.ask("/api/articles?q=" + near));

        assertThat(problem.get("status").asInt()).isEqualTo(400);
        assertThat(problem.get("detail").asString()).contains("too dear").contains("160 points of 120");
    }

    @Test
    void somebodyWhoTypesIsToldWhatMayBeMeant() {
        service.awaitThat("suggestions", () -> {
            JsonNode first =
                    RunningService.json(service.ask("/api/suggest?q=ladei")).get(0);
            assertThat(first.get("id").asString()).isEqualTo("person:ladeira");
            assertThat(first.get("label").asString()).isEqualTo("Marta Ladeira");
            assertThat(first.get("parameter").asString()).isEqualTo("entity");
        });
        assertThat(RunningService.json(service.ask("/api/suggest?q=our+po&kind=topic"))
                        .findValuesAsString("id"))
                .containsExactly("own:ports");
        assertThat(RunningService.json(service.ask("/api/suggest?q="))).isEmpty();
    }

    @Test
    void whatFindsNothingIsCorrectedToWhatDoes() {
        service.awaitThat(
                "a name",
                () -> assertThat(service.search("?q=ladiera+shipyards")
                                .get("didYouMean")
                                .asString(""))
                        .isEqualTo("ladeira shipyards"));
        assertThat(service.search("?q=title:harbuor").get("didYouMean").asString(""))
                .isEqualTo("title:harbour");
        assertThat(service.search("?q=shipyards").get("didYouMean").isNull()).isTrue();
        assertThat(service.search("?q=qqqqqqqq").get("didYouMean").isNull()).isTrue();
    }

    @Test
    void anAnswerThatTheClientHasIsNotSentAgain() {
        for (String path : List.of("/api/articles?q=shipyards", "/api/articles/" + visit.id(), "/api/openapi.json")) {
            HttpResponse<String> answer = service.ask(path);
            String tag = answer.headers().firstValue("etag").orElseThrow();

            HttpResponse<String> again = service.ask(path, "If-None-Match", tag);
            assertThat(again.statusCode()).as(path).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }
        HttpResponse<String> packed = service.ask("/api/openapi.json", "Accept-Encoding", "gzip");
        assertThat(packed.headers().firstValue("content-encoding")).contains("gzip");
        assertThat(packed.headers().firstValue("etag")).isPresent();
    }

    @Test
    void theApiDescribesItselfWhole() {
        JsonNode api = RunningService.json(service.ask("/api/openapi.json"));

        assertThat(api.get("openapi").asString()).startsWith("3.1.");
        assertThat(new OpenApiCheck(api).faults()).isEmpty();
        assertThat(OpenApiCheck.operations(api)).containsAll(OpenApiCheck.mapped(mappings));
        assertThat(api.get("paths")
                        .get("/api/articles")
                        .get("get")
                        .get("parameters")
                        .findValuesAsString("name"))
                .contains("q", "entity", "hasQuote", "firstSeenFrom", "nearDuplicateOf", "sort", "next", "facets");
    }

    private static String encoded(String query) {
        return query.replace("новости", "%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8");
    }

    @Test
    void anArticleIsAnsweredWhole() {
        JsonNode article = RunningService.json(service.ask("/api/articles/" + visit.id()));

        assertThat(article.get("title").asString()).isEqualTo("President Ladeira visits the shipyards");
        assertThat(article.get("blocks")).hasSize(2);
        assertThat(article.get("mentions")).hasSize(4);
        assertThat(article.get("published").get("source").asString()).isEqualTo("JSON_LD");
        assertThat(article.get("origin").get("feedId").asString()).isEqualTo("feed-1");
    }

    @Test
    void anUnknownArticleIsAProblem() {
        HttpResponse<String> answer = service.ask("/api/articles/00000000000000000000000000000000");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(service.ask("/api/articles/no-id").statusCode()).isEqualTo(404);
    }

    @Test
    void aBadParameterIsAProblemThatNamesIt() {
        for (String query : List.of(
                "q=%22open",
                "q=...",
                "from=yesterday",
                "size=-1",
                "size=x",
                "sort=best",
                "next=abc",
                "facets=colour",
                "colour=red")) {
            HttpResponse<String> answer = service.ask("/api/articles?" + query);

            assertThat(answer.statusCode()).as(query).isEqualTo(400);
            assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
            assertThat(RunningService.json(answer).get("parameter").asString())
                    .isEqualTo(query.substring(0, query.indexOf('=')));
        }
    }
}
