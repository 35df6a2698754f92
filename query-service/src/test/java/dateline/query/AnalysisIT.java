package dateline.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import dateline.contract.EntityType;
import dateline.contract.Geography;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What is asked of articles beyond their list. The articles are of 2019, when no other test's are. */
@QueryServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnalysisIT {
    private static final String OURS = "outlet=an-one.example&outlet=an-two.example";
    private static final String MAY = "from=2019-05-01&to=2019-05-08";
    private static final String WAVE = "outlet=wave.example";
    private static final String VERA = "person:vera-kint";
    private static final String TOWN = "place:ostbrook";

    private final List<SampleArticle> all = new ArrayList<>();

    @Autowired
    private RunningService service;

    @Autowired
    private ElasticsearchClient client;

    private SampleArticle article(String path, String outlet, String published) {
        SampleArticle article = SampleArticle.at("https://" + outlet + "/" + path)
                .from(
                        outlet,
                        outlet.equals("an-one.example") ? "One" : outlet.equals("an-two.example") ? "Two" : "Wave")
                .published(published);
        all.add(article);
        return article;
    }

    @BeforeAll
    void tenArticles() throws Exception {
        Geography bay = new Geography(
                null,
                List.of(new Geography.Place(TOWN, "Ostbrook", "NL", 52.5, 4.75, 2)),
                List.of(new Geography.Country("NL", 1.0)));
        article("vera-1", "an-one.example", "2019-05-01T08:10:00Z")
                .titled("Higher dykes")
                .saying("Vera Kint said \"the dyke will hold\" in Ostbrook.", "\"Vera Kint is wrong\", said Jan Boer.")
                .naming(VERA, "Vera Kint", EntityType.PERSON)
                .naming("person:jan-boer", "Jan Boer", EntityType.PERSON)
                .naming(TOWN, "Ostbrook", EntityType.PLACE)
                .quoting("\"the dyke will hold\"", VERA, false)
                .quoting("\"Vera Kint is wrong\"", "person:jan-boer", false)
                .about("medtop:dykes", "dykes")
                .playingIn(bay);
        article("vera-2", "an-one.example", "2019-05-01T23:30:00Z")
                .titled("Higher dykes")
                .saying("V. Kint came to Ostbrook again.")
                .naming(VERA, "Vera Kint", EntityType.PERSON, "V. Kint")
                .naming(TOWN, "Ostbrook", EntityType.PLACE)
                .playingIn(bay);
        article("vera-3", "an-two.example", "2019-05-04T12:00:00Z")
                .titled("Higher dykes")
                .saying("Wera Kint said \"we build higher\" in Ostbrook.")
                .naming(VERA, "Vera Kint", EntityType.PERSON, "Wera Kint")
                .naming(TOWN, "Ostbrook", EntityType.PLACE)
                .quoting("\"we build higher\"", VERA, false);
        SampleArticle reprint = article("vera-3-again", "an-one.example", "2019-05-04T13:00:00Z")
                .titled("Higher dykes")
                .saying("Wera Kint said \"we build higher\" in Ostbrook.")
                .naming(VERA, "Vera Kint", EntityType.PERSON, "Wera Kint")
                .naming(TOWN, "Ostbrook", EntityType.PLACE)
                .quoting("\"we build higher\"", VERA, false);
        for (int i = 0; i < 12; i++) {
            article("other-" + i, "an-two.example", "2019-05-0" + (1 + i % 6) + "T15:00:00Z")
                    .titled("Ferry " + i)
                    .naming("place:ferry-bay", "Ferry Bay", EntityType.PLACE, "ferry");
        }
        for (int day = 1; day <= 28; day++) {
            for (int i = 0; i < 2; i++) {
                article("always-" + day + i, "wave.example", "2019-06-%02dT10:00:00Z".formatted(day))
                        .naming("place:always", "Always", EntityType.PLACE, "ferry");
            }
        }
        for (int i = 0; i < 12; i++) {
            SampleArticle today = article("wave-" + i, "wave.example", "2019-06-29T10:00:00Z");
            if (i > 0) {
                today.naming("place:wave", "Wave", EntityType.PLACE, "ferry")
                        .playingIn(new Geography(null, List.of(), List.of(new Geography.Country("SE", 1.0))));
            }
        }
        SampleArticle[] articles = all.toArray(SampleArticle[]::new);
        service.publish(articles);
        service.awaitSearchable(articles);
        // Stands for what finds reprints.
        client.update(
                update -> update.index("articles").id(reprint.id()).doc(Map.of("independent", false)), Object.class);
        service.awaitThat(
                "the reprint",
                () -> assertThat(answer("/api/attention?" + OURS + "&" + MAY)
                                .get("independent")
                                .asInt())
                        .isEqualTo(15));
    }

    private JsonNode answer(String path) {
        HttpResponse<String> answer = service.ask(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningService.json(answer);
    }

    private static List<Integer> counts(JsonNode bars, String name) {
        return bars.valueStream().map(bar -> bar.get(name).asInt()).toList();
    }

    @Test
    void attentionIsCountedPerBarWithoutGapsAndAsShareOfAllCoverage() {
        JsonNode vera = answer("/api/attention?entity=" + VERA + "&" + MAY);

        assertThat(vera.get("interval").asString()).isEqualTo("DAY");
        assertThat(vera.get("total").asInt()).isEqualTo(4);
        assertThat(counts(vera.get("bars"), "count")).containsExactly(2, 0, 0, 2, 0, 0, 0, 0);
        assertThat(counts(vera.get("bars"), "independent")).containsExactly(2, 0, 0, 1, 0, 0, 0, 0);
        assertThat(counts(vera.get("bars"), "all")).containsExactly(4, 2, 2, 4, 2, 2, 0, 0);
        assertThat(vera.get("bars").get(0).get("share").asDouble()).isEqualTo(0.5);
        assertThat(vera.get("bars").get(3).get("independentShare").asDouble()).isEqualTo(1 / 3.0);
        assertThat(vera.get("bars").get(7).get("share").isNull()).isTrue();
    }

    @Test
    void attentionFollowsTheTimeZone() {
        JsonNode vera = answer("/api/attention?interval=day&zone=Europe/Amsterdam&entity=" + VERA
                + "&from=2019-04-30T22:00:00Z&to=2019-05-02T21:59:59Z");

        assertThat(counts(vera.get("bars"), "count")).containsExactly(1, 1);
        assertThat(vera.get("bars").get(1).get("from").asString()).isEqualTo("2019-05-01T22:00:00Z");
    }

    @Test
    void everyIntervalCanBeAskedFor() {
        for (String interval : List.of("minute", "hour", "day", "week", "month", "year")) {
            JsonNode vera = answer("/api/attention?interval=" + interval + "&entity=" + VERA
                    + "&from=2019-05-01T08:00:00Z&to=2019-05-01T09:00:00Z");

            assertThat(counts(vera.get("bars"), "count").stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .as(interval)
                    .isEqualTo(1);
        }
    }

    @Test
    void whatFindsNothingHasNoBarsOrEmptyOnes() {
        assertThat(answer("/api/attention?entity=person:nobody").get("bars")).isEmpty();
        assertThat(counts(answer("/api/attention?entity=person:nobody&" + MAY).get("bars"), "count"))
                .hasSize(8)
                .containsOnly(0);
    }

    @Test
    void anEntityHasAProfile() {
        JsonNode vera = answer("/api/about/" + VERA);

        assertThat(vera.get("name").asString()).isEqualTo("Vera Kint");
        assertThat(vera.get("type").asString()).isEqualTo("PERSON");
        assertThat(vera.get("articles").asInt()).isEqualTo(4);
        assertThat(vera.get("independent").asInt()).isEqualTo(3);
        assertThat(vera.get("firstPublished").asString()).isEqualTo("2019-05-01T08:10:00Z");
        assertThat(vera.get("outlets").asInt()).isEqualTo(2);
        assertThat(vera.get("quotedIn").asInt()).isEqualTo(3);
        assertThat(vera.get("quotedAboutIn").asInt()).isEqualTo(1);
        assertThat(vera.get("topics").get(0).get("label").asString()).isEqualTo("dykes");
        assertThat(vera.get("countries").get(0).get("label").asString()).isEqualTo("Netherlands");
        assertThat(answer("/api/about/" + VERA + "?outlet=an-two.example")
                        .get("articles")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void anEntityThatNobodyNamesIsAProblem() {
        HttpResponse<String> answer = service.ask("/api/about/person:nobody");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    }

    @Test
    void itIsSaidWhoCallsItWhat() {
        JsonNode names = answer("/api/about/" + VERA + "/names");

        assertThat(names.get("names").findValuesAsString("name"))
                .containsExactlyInAnyOrder("Wera Kint", "V. Kint", "Vera Kint");
        assertThat(names.get("names").get(0).toString())
                .isEqualTo("{\"name\":\"Wera Kint\",\"articles\":2,\"independent\":1}");
        JsonNode one = names.get("outlets").get(0);
        assertThat(one.get("label").asString()).isEqualTo("One");
        assertThat(one.get("articles").asInt()).isEqualTo(3);
        assertThat(one.get("uses").findValuesAsString("name"))
                .containsExactlyInAnyOrder("Wera Kint", "V. Kint", "Vera Kint");
        assertThat(one.get("uses").get(0).get("share").asDouble()).isEqualTo(1 / 3.0);
    }

    @Test
    void anIdIsNoRegularExpression() {
        for (String id : List.of("person:.*", "%5B%5E%5D%22~%26%3C1-9%3E%40%23", "(((((", "%7B1000000000%7D")) {
            assertThat(answer("/api/about/" + id + "/names").get("names"))
                    .as(id)
                    .isEmpty();
        }
    }

    @Test
    void companionsAreThoseNamedTogetherMoreOftenThanByChance() {
        JsonNode together = answer("/api/about/" + VERA + "/together?" + MAY);

        assertThat(together.get("all").asInt()).isEqualTo(15);
        assertThat(together.get("companions")).hasSize(1);
        JsonNode town = together.get("companions").get(0);
        assertThat(town.get("id").asString()).isEqualTo(TOWN);
        assertThat(town.get("together").asInt()).isEqualTo(3);
        assertThat(town.get("strength").asDouble()).isCloseTo(1.0, within(1e-9));
        assertThat(town.get("significance").asDouble()).isGreaterThan(10.83);
        assertThat(answer("/api/about/" + VERA + "/together?of=person&" + MAY).get("companions"))
                .isEmpty();
    }

    @Test
    void quotationsAreTheNewestFirstPageByPage() {
        JsonNode first = answer("/api/about/" + VERA + "/quotes?size=1");

        assertThat(first.get("articles").asInt()).isEqualTo(2);
        assertThat(first.get("quotations").findValuesAsString("text")).containsExactly("\"we build higher\"");
        assertThat(first.get("quotations")
                        .get(0)
                        .get("article")
                        .get("outlet")
                        .get("id")
                        .asString())
                .isEqualTo("an-two.example");
        JsonNode second = answer("/api/about/" + VERA + "/quotes?size=1&next="
                + first.get("next").asString());
        assertThat(second.get("quotations").findValuesAsString("text")).containsExactly("\"the dyke will hold\"");
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(answer("/api/about/" + VERA + "/quotes?reprints=true")
                        .get("articles")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void quotationsAboutAnEntityAreThoseOfOthers() {
        JsonNode about = answer("/api/about/" + VERA + "/quotes?whose=about");

        assertThat(about.get("quotations").findValuesAsString("text")).containsExactly("\"Vera Kint is wrong\"");
        assertThat(about.get("quotations").get(0).get("speakerId").asString()).isEqualTo("person:jan-boer");
    }

    @Test
    void articlesAreCountedByWhereTheyPlay() {
        JsonNode map = answer("/api/map?" + OURS);

        assertThat(map.get("articles").asInt()).isEqualTo(16);
        assertThat(map.get("located").asInt()).isEqualTo(2);
        assertThat(map.get("countries").get(0).toString())
                .isEqualTo("{\"id\":\"NL\",\"label\":\"Netherlands\",\"articles\":2,\"independent\":2}");
        assertThat(map.get("points").get(0).toString())
                .isEqualTo("{\"id\":\"place:ostbrook\",\"name\":\"Ostbrook\",\"latitude\":52.5,\"longitude\":4.75,"
                        + "\"articles\":2,\"independent\":2}");
    }

    @Test
    void sharesAreOfAllCoverageOrOfTheSameOutlets() {
        String vera = "/api/attention?interval=month&outlet=an-one.example&entity=" + VERA + "&" + MAY;

        assertThat(answer(vera).get("bars").get(0).get("all").asInt()).isEqualTo(16);
        assertThat(answer(vera + "&of=outlets").get("bars").get(0).get("all").asInt())
                .isEqualTo(3);
    }

    @Test
    void queriesStandBesideEachOther() {
        JsonNode compared = answer("/api/compare?query=entity%3D" + VERA + "&query=q%3Dferry%26outlet%3Dan-two.example"
                + "&query=entity%3D" + TOWN + "&interval=week&" + MAY + "&" + OURS);

        JsonNode queries = compared.get("queries");
        assertThat(compared.get("edges")).hasSize(3);
        assertThat(compared.get("total").asInt()).isEqualTo(16);
        assertThat(queries.findValuesAsString("total")).containsExactly("4", "12", "4");
        assertThat(queries.get(0).get("independent").asInt()).isEqualTo(3);
        assertThat(queries.get(0).get("voice").asDouble()).isEqualTo(0.2);
        assertThat(queries.get(0).get("overlap").toString()).isEqualTo("[4,0,4]");
        assertThat(queries.get(1).get("counts").toString()).isEqualTo("[10,2]");
        assertThat(compared.get("all").toString()).isEqualTo("[14,2]");
    }

    @Test
    void aNetworkHasTheTiesOfItsNeighboursToo() {
        JsonNode around = answer("/api/network?around=" + VERA + "&reprints=true&" + MAY);
        JsonNode all = answer("/api/network?reprints=true&" + OURS + "&" + MAY);

        assertThat(around.get("articles").asInt()).isEqualTo(16);
        assertThat(around.get("nodes").findValuesAsString("id")).containsExactly(VERA, TOWN);
        assertThat(around.get("edges").get(0).get("together").asInt()).isEqualTo(4);
        assertThat(all.get("nodes").findValuesAsString("id"))
                .containsExactlyInAnyOrder("place:ferry-bay", VERA, TOWN, "person:jan-boer");
        assertThat(all.get("edges")).hasSize(1);
        assertThat(answer("/api/network?q=ferry&nodes=2&" + MAY).get("nodes")).hasSize(1);
    }

    @Test
    void whatRisesAndFallsIsToldWithItsSignificance() {
        JsonNode rising = answer("/api/rising?window=1d&baseline=28d&to=2019-06-29&" + WAVE);

        assertThat(rising.get("window").get("articles").asInt()).isEqualTo(12);
        assertThat(rising.get("baseline").get("articles").asInt()).isEqualTo(56);
        assertThat(rising.get("rising").findValuesAsString("id")).containsExactly("place:wave");
        JsonNode wave = rising.get("rising").get(0);
        assertThat(wave.get("articles").asInt()).isEqualTo(11);
        assertThat(wave.get("before").asInt()).isZero();
        assertThat(wave.get("ratio").isNull()).isTrue();
        assertThat(wave.get("significance").asDouble()).isGreaterThan(10.83);
        assertThat(rising.get("falling").findValuesAsString("id")).containsExactly("place:always");
        assertThat(answer("/api/rising?of=country&window=1d&baseline=28d&to=2019-06-29&" + WAVE)
                        .get("rising")
                        .findValuesAsString("label"))
                .containsExactly("Sweden");
        assertThat(answer("/api/rising?window=1d&baseline=14d&to=2019-06-28&" + WAVE)
                        .get("rising"))
                .isEmpty();
    }

    @Test
    void outletsAndTopicsAreListedWithTheirActivity() {
        JsonNode outlets = answer("/api/outlets?" + OURS);

        assertThat(outlets.get("total").asInt()).isEqualTo(2);
        assertThat(outlets.get("outlets").findValuesAsString("id")).containsExactly("an-two.example", "an-one.example");
        JsonNode one = outlets.get("outlets").get(1);
        assertThat(one.get("articles").asInt()).isEqualTo(3);
        assertThat(one.get("reprints").asDouble()).isEqualTo(1 / 3.0);
        assertThat(one.get("lastPublished").asString()).isEqualTo("2019-05-04T13:00:00Z");
        assertThat(one.get("languages").toString()).isEqualTo("[{\"tag\":\"en\",\"articles\":3}]");
        assertThat(answer("/api/topics?" + OURS).get("topics").get(0).toString())
                .isEqualTo("{\"id\":\"medtop:dykes\",\"label\":\"dykes\",\"articles\":1,\"independent\":1,"
                        + "\"lastPublished\":\"2019-05-01T08:10:00Z\"}");
    }

    @Test
    void itIsSaidWhichOutletUsesWhichWord() {
        JsonNode wording = answer("/api/wording?word=Vera&word=%22Wera+Kint%22&" + OURS);

        assertThat(wording.get("totals").toString()).isEqualTo("[1,2]");
        assertThat(wording.get("outlets").get(0).toString())
                .isEqualTo("{\"id\":\"an-one.example\",\"label\":\"One\",\"articles\":2,\"counts\":[1,1]}");
    }

    @Test
    void aBadParameterIsAProblemThatNamesIt() {
        for (String path : List.of(
                "/api/attention?interval=fortnight",
                "/api/attention?zone=Atlantis",
                "/api/attention?size=3",
                "/api/attention?colour=red",
                "/api/attention?interval=minute&from=2000-01-01&to=2001-01-01",
                "/api/map?size=0",
                "/api/compare?query=q%3Dferry",
                "/api/compare?query=q%3Dferry&query=colour%3Dred",
                "/api/compare?query=q%3Dferry&query=from%3D2019-01-01",
                "/api/compare?query=q%3Dferry&query=q%3D%2522open",
                "/api/network?around=person:nobody",
                "/api/network?of=topic",
                "/api/rising?window=soon",
                "/api/rising?window=1d&baseline=1d",
                "/api/rising?from=2019-01-02&to=2019-01-01",
                "/api/wording?size=3&word=%22open",
                "/api/topics?size=0",
                "/api/outlets?size=many",
                "/api/about/" + VERA + "/quotes?next=here",
                "/api/about/" + VERA + "/together?of=cheese",
                "/api/about/" + VERA + "/together?reprints=maybe")) {
            HttpResponse<String> answer = service.ask(path);

            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
            assertThat(path)
                    .contains(RunningService.json(answer).get("parameter").asString() + "=");
        }
    }
}
