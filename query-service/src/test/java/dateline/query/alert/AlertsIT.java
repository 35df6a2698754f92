package dateline.query.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import dateline.contract.Signature;
import dateline.query.QueryServiceTest;
import dateline.query.RunningService;
import dateline.query.SampleArticle;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Saved searches from outside: articles in, alerts out. Each test has words of its own that no other article has. */
@QueryServiceTest
class AlertsIT {
    @Autowired
    private RunningService service;

    @Autowired
    private GreenMail mail;

    @Autowired
    private AlertSteps steps;

    private Receiver receiver;
    private final List<String> saved = new ArrayList<>();

    @BeforeEach
    void listen() throws Exception {
        receiver = new Receiver();
        service.awaitThat(
                "saved searches are read",
                () -> assertThat(service.ask("/api/searches/none").statusCode()).isEqualTo(404));
    }

    @AfterEach
    void forget() {
        saved.forEach(id -> service.tell("DELETE", "/api/searches/" + id, null));
        receiver.close();
    }

    private JsonNode save(String query, String more) {
        HttpResponse<String> answer = service.tell(
                "POST",
                "/api/searches",
                "{\"name\": \"Test\", \"query\": \"" + query + "\"" + more + "}",
                "X-Dateline-By",
                "ada");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode search = RunningService.json(answer);
        saved.add(search.at("/search/id").asString());
        return search;
    }

    private String webhook() {
        return ", \"channels\": [{\"type\": \"webhook\", \"url\": \"" + receiver.url() + "\"}]";
    }

    private static SampleArticle article(String path) {
        return SampleArticle.at("https://alerts.example/" + path)
                .from("alerts.example", "Alerts")
                .published(Instant.now().toString())
                .enrichedAt(Instant.now());
    }

    private static Signature signature(int seed, int changed) {
        List<Integer> values =
                new ArrayList<>(new Random(seed).ints(128).boxed().toList());
        IntStream.range(0, changed).forEach(i -> values.set(i, -i));
        return new Signature(values, 200);
    }

    @Test
    void aMatchIsPushedSignedWithinSeconds() throws Exception {
        String secret = save("q=quetzal", webhook()).get("secret").asString();
        SampleArticle match = article("quetzal").titled("Quetzals return");
        service.publish(article("heron").titled("Herons return"), match);

        service.awaitThat(
                "the webhook is told", () -> assertThat(receiver.articles()).containsExactly(match.id()));

        Receiver.Got got = receiver.got.getFirst();
        assertThat(got.json().get("type").asString()).isEqualTo("article.matched");
        assertThat(got.json().at("/data/article/title").asString()).isEqualTo("Quetzals return");
        String signed = got.header("webhook-id") + "." + got.header("webhook-timestamp") + "." + got.body();
        var mac = javax.crypto.Mac.getInstance("HmacSHA256");
        mac.init(new javax.crypto.spec.SecretKeySpec(
                java.util.Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        assertThat(got.header("webhook-signature"))
                .isEqualTo("v1,"
                        + java.util.Base64.getEncoder()
                                .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void aStoryIsToldOnceAndItsReprintsOnlyToWhoAsksForThem() {
        save("q=pangolin", webhook());
        SampleArticle story = article("pangolin").titled("Pangolin found").signed(signature(1, 0));
        SampleArticle reprint =
                article("pangolin-again").titled("Pangolin is found").signed(signature(1, 20));
        SampleArticle other = article("pangolin-other").titled("Pangolin sold").signed(signature(2, 0));
        service.publish(story);
        service.awaitThat("told", () -> assertThat(receiver.articles()).containsExactly(story.id()));
        // Enriched anew, and revised: still the same article.
        service.publish(
                story.enrichedAt(Instant.now()),
                article("pangolin")
                        .titled("A pangolin found")
                        .signed(signature(1, 0))
                        .revision(2));
        service.publish(reprint);
        service.publish(other);

        service.awaitThat(
                "told of both stories", () -> assertThat(receiver.articles()).containsExactly(story.id(), other.id()));
    }

    @Test
    void whoWantsReprintsIsToldOfEachArticle() {
        save("q=tapir", webhook() + ", \"oncePerStory\": false");
        SampleArticle story = article("tapir").titled("Tapir found").signed(signature(3, 0));
        SampleArticle reprint = article("tapir-again").titled("Tapir is found").signed(signature(3, 5));
        service.publish(story, reprint);

        service.awaitThat(
                "told of both",
                () -> assertThat(receiver.articles()).containsExactlyInAnyOrder(story.id(), reprint.id()));
    }

    @Test
    void ofManyThatComeAtOnceEachThatMatchesIsToldOnce() {
        save("q=okapi", webhook());
        steps.stop();
        List<String> matching = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            SampleArticle article = article("many-" + i).titled(i % 10 == 9 ? "Okapi seen " + i : "Nothing seen " + i);
            service.publish(article);
            if (i % 10 == 9) {
                matching.add(article.id());
            }
        }
        steps.start();

        service.awaitThat(
                "all are told", () -> assertThat(receiver.articles()).containsExactlyInAnyOrderElementsOf(matching));
    }

    @Test
    void mailComesAsPlainText() {
        save("q=ocelot", ", \"channels\": [{\"type\": \"mail\", \"to\": [\"desk@mail.example\"]}]");
        service.publish(article("ocelot").titled("Ozelot, ocelot"));

        service.awaitThat("mail", () -> {
            MimeMessage message = Arrays.stream(mail.getReceivedMessages())
                    .filter(each -> subject(each).contains("ocelot"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no mail yet"));
            assertThat(message.getAllRecipients()[0]).hasToString("desk@mail.example");
            assertThat(message.getContentType()).startsWith("text/plain");
            assertThat(String.valueOf(message.getContent())).contains("https://alerts.example/ocelot");
        });
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatStopsHalfWayGoesOnWhereItWas() {
        receiver.status.set(500);
        save("q=numbat", webhook());
        SampleArticle before = article("numbat-before").titled("Numbat before");
        SampleArticle during = article("numbat-during").titled("Numbat during");
        service.publish(before);
        service.awaitThat("tried", () -> assertThat(receiver.articles()).contains(before.id()));
        steps.stop();
        service.publish(during);
        receiver.got.clear();
        receiver.status.set(204);
        steps.start();

        service.awaitThat(
                "both are told",
                () -> assertThat(receiver.articles())
                        .containsOnlyOnce(during.id())
                        .contains(before.id()));
    }

    @Test
    void whatIsNeverTakenBecomesADeadLetterThatCanBeRetried() {
        receiver.status.set(503);
        save("q=axolotl", webhook());
        SampleArticle match = article("axolotl").titled("Axolotl");
        service.publish(match);
        service.awaitThat("a dead letter", () -> {
            JsonNode letters =
                    RunningService.json(service.ask("/api/dead-letters?topic=news.deliveries&article=" + match.id()));
            assertThat(letters.get("letters")).as(letters.toString()).hasSize(1);
            assertThat(letters.toString()).contains("not-taken").contains("answered 503");
        });
        receiver.status.set(204);
        receiver.got.clear();
        String origin = RunningService.json(
                        service.ask("/api/dead-letters?topic=news.deliveries&article=" + match.id()))
                .at("/letters/0/origin")
                .asString();
        HttpResponse<String> retried =
                service.tell("POST", "/api/dead-letters/" + origin + "/retry", "{\"reason\": \"it is up\"}");

        assertThat(retried.statusCode()).as(retried.body()).isEqualTo(200);
        service.awaitThat("told", () -> assertThat(receiver.articles()).containsExactly(match.id()));
    }

    @Test
    void alertsStreamAsEventsAndGoOnAfterTheLastOneSeen() throws Exception {
        String id = save("q=kakapo", "").at("/search/id").asString();
        List<String> lines = new java.util.concurrent.CopyOnWriteArrayList<>();
        try (Stream<String> stream = follow("/api/searches/" + id + "/events", "", lines)) {
            service.publish(article("kakapo-1").titled("Kakapo one"));
            service.awaitThat("event", () -> assertThat(lines).anyMatch(line -> line.contains("Kakapo one")));
        }
        String last = lines.stream()
                .filter(line -> line.startsWith("id:"))
                .reduce((a, b) -> b)
                .orElseThrow()
                .substring(3)
                .strip();
        service.publish(article("kakapo-2").titled("Kakapo two"));
        service.awaitThat(
                "feed",
                () -> assertThat(service.ask("/api/searches/" + id + "/feed").body())
                        .contains("Kakapo two"));

        List<String> later = new java.util.concurrent.CopyOnWriteArrayList<>();
        try (Stream<String> stream = follow("/api/events", last, later)) {
            service.awaitThat("the missed one", () -> assertThat(later).anyMatch(line -> line.contains("Kakapo two")));
        }
        assertThat(later).noneMatch(line -> line.contains("Kakapo one"));
    }

    private Stream<String> follow(String path, String lastEventId, List<String> lines) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.at(path));
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<Stream<String>> answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofLines());
        assertThat(answer.statusCode()).isEqualTo(200);
        Stream<String> body = answer.body();
        Thread.ofVirtual().start(() -> {
            try {
                body.forEach(lines::add);
            } catch (java.io.UncheckedIOException e) {
                lines.add("closed");
            }
        });
        service.awaitThat("the stream is open", () -> assertThat(lines).isNotEmpty());
        return body;
    }

    @Test
    void aFeedListsTheNewestAlertsInBothForms() {
        String id = save("q=wombat", "").at("/search/id").asString();
        service.publish(article("wombat").titled("Wombats & <others>"));

        service.awaitThat(
                "feed",
                () -> assertThat(service.ask("/api/searches/" + id + "/feed").body())
                        .contains("<feed xmlns=\"http://www.w3.org/2005/Atom\">")
                        .contains("Wombats &amp; &lt;others&gt;"));
        HttpResponse<String> rss = service.ask("/api/searches/" + id + "/feed?format=rss");
        assertThat(rss.headers().firstValue("content-type")).contains("application/rss+xml;charset=UTF-8");
        assertThat(rss.body()).contains("<link>https://alerts.example/wombat</link>");
        String etag = rss.headers().firstValue("etag").orElseThrow();
        assertThat(service.tell("GET", "/api/searches/" + id + "/feed?format=rss", null, "If-None-Match", etag)
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void savingShowsWhatWouldHaveBeenFound() {
        SampleArticle yesterday = SampleArticle.at("https://alerts.example/echidna")
                .from("alerts.example", "Alerts")
                .titled("Echidna")
                .published(Instant.now().minusSeconds(86_400).toString());
        service.publish(yesterday);
        service.awaitSearchable(yesterday);
        JsonNode preview = RunningService.json(
                service.tell("POST", "/api/searches/preview", "{\"query\": \"?q=echidna&sort=newest\"}"));

        assertThat(preview.get("total").asInt()).isEqualTo(1);
        assertThat(preview.get("days")).hasSize(30);
        assertThat(preview.at("/days/28/count").asInt()).isEqualTo(1);
        assertThat(preview.at("/sample/0/title").asString()).isEqualTo("Echidna");
        JsonNode search = save("q=echidna&size=3", "");
        assertThat(search.at("/backtest/total").asInt()).isEqualTo(1);
        assertThat(search.at("/search/query").asString()).isEqualTo("q=echidna");
        assertThat(search.at("/search/owner").asString()).isEqualTo("ada");
    }

    @Test
    void aSearchIsChangedAndDeleted() {
        String id = save("q=dingo", webhook()).at("/search/id").asString();
        String path = "/api/searches/" + id;
        assertThat(service.ask(path).headers().firstValue("etag")).contains("\"1\"");
        String other = "{\"name\": \"Bilby\", \"query\": \"q=bilby\"" + webhook() + "}";
        assertThat(service.tell("PUT", path, other, "If-Match", "\"7\"").statusCode())
                .isEqualTo(412);
        HttpResponse<String> changed = service.tell("PUT", path, other, "If-Match", "\"1\"");
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        SampleArticle match = article("bilby").titled("Bilby");
        service.publish(article("dingo").titled("Dingo"), match);
        service.awaitThat("told", () -> assertThat(receiver.articles()).containsExactly(match.id()));

        assertThat(service.tell("DELETE", path, null).statusCode()).isEqualTo(204);
        assertThat(service.ask(path).statusCode()).isEqualTo(404);
        assertThat(service.ask("/api/searches?owner=ada").body()).doesNotContain(id);
    }

    @Test
    void whatCanNotBeSavedIsAProblemThatNamesTheField() {
        for (String[] each : new String[][] {
            {"{\"query\": \"q=a\"}", "name"},
            {"{\"name\": \"a\"}", "query"},
            {"{\"name\": \"a\", \"query\": \"q=%22open\"}", "query"},
            {"{\"name\": \"a\", \"query\": \"\"}", "query"},
            {"{\"name\": \"a\", \"query\": \"sort=newest\"}", "query"},
            {"{\"name\": \"a\", \"query\": \"independent=true\"}", "query"},
            {"{\"name\": \"a\", \"query\": \"q=a\", \"colour\": 1}", "colour"},
            {"{\"name\": \"a\", \"query\": \"q=a\", \"channels\": [{\"type\": \"fax\"}]}", "channels[0]"},
            {
                "{\"name\": \"a\", \"query\": \"q=a\", \"channels\": [{\"type\": \"webhook\", \"url\": \"http://169.254.169.254/\"}]}",
                "channels[0].url"
            },
            {
                "{\"name\": \"a\", \"query\": \"q=a\", \"channels\": [{\"type\": \"mail\", \"to\": [\"a@b\\nBcc: c@d\"]}]}",
                "channels[0].to"
            },
            {"{", "(body)"},
        }) {
            HttpResponse<String> answer = service.tell("POST", "/api/searches", each[0]);
            assertThat(answer.statusCode()).as(each[0]).isEqualTo(400);
            assertThat(RunningService.json(answer).path("field").asString(""))
                    .as(answer.body())
                    .isEqualTo(each[1]);
        }
        assertThat(service.tell("POST", "/api/searches", null).statusCode()).isEqualTo(415);
    }
}
