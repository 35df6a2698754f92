package dateline.query.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.ContractJson;
import dateline.contract.ReplayOrder;
import dateline.contract.Topic;
import dateline.query.QueryServiceTest;
import dateline.query.RunningService;
import dateline.query.SampleArticle;
import dateline.testing.Backends;
import dateline.testing.TopicProbe;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@QueryServiceTest
class FoundReplayIT {
    @Autowired
    private RunningService service;

    @Autowired
    private Environment environment;

    /** Stands for enrich-service, which makes the topic. */
    @BeforeAll
    static void makeTopic() throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", Backends.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(Topic.REPLAYS.topicName(), 1, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static SampleArticle article(String name) {
        return SampleArticle.at("https://found.example/" + name).from("found.example", "Found");
    }

    @Test
    void whatASearchFindsIsOrderedByItsIds() throws Exception {
        SampleArticle zebra = article("1").saying("A zebra walked over the bridge.");
        SampleArticle another = article("2").saying("Zebras again, and no horse.");
        SampleArticle horse = article("3").saying("A horse walked over the bridge.");
        service.publish(zebra, another, horse);
        service.awaitSearchable(zebra, another, horse);

        HttpResponse<String> answer = post("?q=zebra&outlet=found.example&dryRun=true&reason=stripes");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(RunningService.json(answer).get("articles").asInt()).isEqualTo(2);
        String id = RunningService.json(answer).get("replays").get(0).asString();
        try (var probe = new TopicProbe(Topic.REPLAYS.topicName())) {
            ReplayOrder order =
                    new ContractJson().read(probe.await(1, id).getFirst().value(), ReplayOrder.class);
            assertThat(order.selection().articles()).containsExactlyInAnyOrder(zebra.id(), another.id());
            assertThat(order.dryRun()).isTrue();
            assertThat(order.reason()).isEqualTo("stripes");
        }
    }

    @Test
    void whatIsFoundByNothingIsNotOrdered() throws Exception {
        assertThat(RunningService.json(post("?outlet=nobody.example")).get("replays"))
                .isEmpty();
    }

    @Test
    void aWrongParameterIsNamed() throws Exception {
        for (String query : List.of("?size=5", "?bogus=1", "?from=yesterday&q=a", "?dryRun=perhaps&q=a", "")) {
            HttpResponse<String> answer = post(query);
            assertThat(answer.statusCode()).as(query).isEqualTo(400);
            assertThat(answer.body()).as(query).contains("\"parameter\":");
        }
    }

    private HttpResponse<String> post(String query) throws Exception {
        URI uri = URI.create(
                "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + "/api/replays" + query);
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(uri)
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
