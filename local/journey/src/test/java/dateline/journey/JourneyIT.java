package dateline.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** What the README promises, done as its reader would do it. The last tests take things down, so they keep their order. */
@Order(Integer.MAX_VALUE)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneyIT {
    @RegisterExtension
    static final SharedDemo DEMO = new SharedDemo();

    private final RunningDateline dateline = DEMO.dateline();
    private final RunningDateline.Answer demo = DEMO.answer();

    @Test
    @Order(1)
    void theDemoReturnsOnceItsArticlesCanBeSearched() {
        assertThat(demo.status()).as(demo.output()).isZero();
        assertThat(demo.output()).contains("articles can be searched").contains("Dashboard  http://localhost:");
        assertThat(dateline.alive()).containsExactly("kafka", "elasticsearch", "ingest", "enrich", "query", "newsroom");
        assertThat(dateline.run("status").output()).contains("ready");
    }

    @Test
    @Order(1)
    void aPersonIsFoundUnderOneIdentityHoweverSpelled() {
        JsonNode page = dateline.search("?entity=person:alexander-lukashenko&size=100");

        Set<String> languages = new TreeSet<>();
        Set<String> outlets = new TreeSet<>();
        page.get("items").forEach(item -> {
            languages.add(item.get("language").asString());
            outlets.add(item.get("outlet").get("id").asString());
        });
        assertThat(languages).contains("en", "ru", "be", "pl");
        assertThat(outlets).hasSizeGreaterThanOrEqualTo(5);
        assertThat(dateline.search("?entity=Lukashenka").get("total").asInt())
                .as("a name stands for the same person")
                .isGreaterThanOrEqualTo(5);
    }

    @Test
    @Order(1)
    void anArticleWithNothingButADatelineIsDatedByIt() {
        JsonNode article = only("?q=" + RunningDateline.encoded("\"Zagulba Palace\"") + "&outlet=caspian-wire");

        assertThat(article.get("published").get("source").asString()).isEqualTo("DATELINE");
        assertThat(article.get("published").get("precision").asString()).isEqualTo("DAY");
    }

    @Test
    @Order(1)
    void theFurnitureOfAPageIsNotFound() {
        assertThat(dateline.search("?size=0&q=" + RunningDateline.encoded("\"related articles\""))
                        .get("total")
                        .asInt())
                .isZero();
        assertThat(dateline.search("?q=newsletter+subscribe").get("total").asInt())
                .isZero();
    }

    @Test
    @Order(1)
    void theDashboardAnswers() {
        var page = dateline.get("query", "/?q=Baku");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src");
        assertThat(page.body()).contains("<h1", "Baku");
    }

    @Test
    @Order(2)
    void everyMetricThatTheAlertsAndTheDashboardAskForIsThere() throws IOException {
        Path monitoring = dateline.checkout().resolve("monitoring");
        String asked = Files.readString(monitoring.resolve("rules/dateline.yml"))
                + Files.readString(monitoring.resolve("grafana/dashboards/dateline.json"));
        Set<String> names = Pattern.compile("\\b(dateline|http_server|spring_kafka|jvm|process)_[a-z_]+\\b")
                .matcher(asked)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
        // Has a line for each cause, so none while there are no letters.
        names.remove("dateline_dead_letters");

        assertThat(names).hasSizeGreaterThan(15);
        // Lag is looked at now and then.
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            String metrics = Stream.of("ingest", "enrich", "query")
                    .map(service ->
                            dateline.get(service, "/actuator/prometheus").body())
                    .collect(Collectors.joining());
            assertThat(names).allSatisfy(name -> assertThat(metrics).containsPattern("(?m)^" + name + "\\{"));
        });
    }

    @Test
    @Order(2)
    void anArticleFromAnotherSystemIsFoundByPersonPlaceAndTopic() {
        String id = dateline.submit(
                article("/visit", "Pashinyan and Lukashenka fall out", "The ambassadors were recalled."));

        dateline.searchUntil("?outlet=wire.example&entity=person:alexander-lukashenko", one());
        assertThat(only("?outlet=wire.example&entity=place:yerevan").get("id").asString())
                .isEqualTo(id);
        assertThat(only("?outlet=wire.example&topic=medtop:11000000").get("id").asString())
                .isEqualTo(id);
    }

    @Test
    @Order(3)
    void theSameArticleAgainIsNoSecondOneAndAChangedOneIsARevision() {
        String id = dateline.submit(article("/twice", "One story", "It has one end."));
        dateline.searchUntil("?outlet=wire.example&q=" + RunningDateline.encoded("\"one end\""), one());
        String again = dateline.submit(article("/twice?utm_source=test", "One story", "It has one end."));
        dateline.submit(article("/twice", "One story", "It has quite another finale."));

        assertThat(again).isEqualTo(id);
        JsonNode revised = dateline.searchUntil("?outlet=wire.example&q=finale", one())
                .get("items")
                .get(0);
        assertThat(revised.get("id").asString()).isEqualTo(id);
        assertThat(revised.get("revision").asInt()).isEqualTo(2);
        assertThat(dateline.search("?outlet=wire.example&q=" + RunningDateline.encoded("\"one end\""))
                        .get("total")
                        .asInt())
                .isZero();
    }

    @Test
    @Order(4)
    void aTakedownRemovesAnArticleForGood() {
        String id = dateline.submit(article("/mistake", "A mistake", "It never happened, said the editor."));
        dateline.searchUntil("?outlet=wire.example&q=editor", one());

        dateline.takeDown(id);

        dateline.searchUntil(
                "?outlet=wire.example&q=editor", page -> page.get("total").asInt() == 0);
        assertThat(dateline.get("query", "/api/articles/" + id).statusCode()).isEqualTo(404);
        dateline.submit(article("/mistake", "A mistake", "It never happened, said the editor again."));
        dateline.submit(article("/marker", "A marker", "This one comes after it."));
        dateline.searchUntil("?outlet=wire.example&q=marker", one());
        assertThat(dateline.search("?outlet=wire.example&q=editor").get("total").asInt())
                .isZero();
    }

    @Test
    @Order(4)
    void whatCannotBeTakenIsRefusedWithTheFieldsName() {
        var answer = dateline.post("{\"url\": \"https://wire.example/empty\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"field\":\"text\"");
    }

    @Test
    @Order(5)
    void anArticleSubmittedWhileServicesAreDeadIsFoundOnceTheyAreBack() {
        for (String service : List.of("enrich", "query")) {
            dateline.kill(service);
        }
        String id =
                dateline.submit(article("/outage", "Written in the dark", "The lights went out across the harbour."));

        var restarted = dateline.run("demo", "--free-ports");

        assertThat(restarted.status()).as(restarted.output()).isZero();
        JsonNode found = dateline.searchUntil("?outlet=wire.example&q=harbour", one());
        assertThat(found.get("items").get(0).get("id").asString()).isEqualTo(id);
    }

    @Test
    @Order(6)
    void theDataSurvivesDownAndUp() {
        int before = dateline.search("?size=0").get("total").asInt();

        assertThat(dateline.run("down").status()).isZero();
        assertThat(dateline.alive()).isEmpty();
        assertThat(dateline.run("demo", "--free-ports").status()).isZero();

        assertThat(dateline.search("?size=0").get("total").asInt()).isEqualTo(before);
    }

    private JsonNode only(String query) {
        JsonNode page = dateline.search(query);
        assertThat(page.get("total").asInt()).as(query).isEqualTo(1);
        return page.get("items").get(0);
    }

    private static Predicate<JsonNode> one() {
        return page -> page.get("total").asInt() == 1;
    }

    private static String article(String path, String title, String end) {
        return """
                {"url": "https://wire.example%s", "title": "%s", "published": "2026-04-21T10:00:00Z",
                 "outlet": "wire.example", "language": "en",
                 "text": "Armenian Prime Minister Nikol Pashinyan said in Yerevan that he would not visit Minsk while \
                Alyaksandr Lukashenka was in power. The foreign ministry spoke of a diplomatic row; the two countries \
                hold bilateral talks on trade every spring, and their foreign ministers signed a treaty.\\n\\n%s"}
                """.formatted(path, title, end);
    }
}
