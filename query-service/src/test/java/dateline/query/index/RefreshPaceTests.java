package dateline.query.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefreshPaceTests {
    private static final TopicPartition ONE = new TopicPartition("news.enriched", 1);
    private static final TopicPartition TWO = new TopicPartition("news.enriched", 2);
    private static final Duration EACH_SECOND = Duration.ofSeconds(1);
    private static final Duration SELDOM = Duration.ofSeconds(10);

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Hand hand = new Hand();
    private HttpServer node;
    private Rest5Client rest;
    private RefreshPace pace;
    private volatile int status = 200;

    /** A clock that a test moves. */
    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2026-11-27T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void startNode() throws IOException {
        node = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        node.createContext("/articles/_settings", exchange -> {
            told.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            byte[] answer = (status == 200
                            ? "{\"acknowledged\": true}"
                            : "{\"error\": {\"type\": \"index_not_found_exception\"}, \"status\": 404}")
                    .getBytes(UTF_8);
            exchange.getResponseHeaders().add("X-Elastic-Product", "Elasticsearch");
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        node.start();
        rest = Rest5Client.builder(
                        URI.create("http://127.0.0.1:" + node.getAddress().getPort()))
                .build();
        pace = new RefreshPace(
                new ElasticsearchClient(new Rest5ClientTransport(rest, new Jackson3JsonpMapper())),
                SampleSettings.mostRefusals(1),
                hand);
    }

    @AfterEach
    void stopNode() throws IOException {
        rest.close();
        node.stop(0);
    }

    private Instant ago(Duration age) {
        return hand.now.minus(age);
    }

    @Test
    void newsIsFoundWithinASecond() {
        pace.read(ONE, ago(Duration.ofSeconds(50)), false);

        assertThat(pace.pace()).isEqualTo(EACH_SECOND);
    }

    @Test
    void aBacklogIsRefreshedSeldom() {
        pace.read(ONE, ago(Duration.ofHours(3)), false);

        assertThat(pace.pace()).isEqualTo(SELDOM);
    }

    @Test
    void theLastOfABacklogIsFoundWithinASecondThoughItIsOld() {
        pace.read(ONE, ago(Duration.ofHours(3)), false);
        pace.read(ONE, ago(Duration.ofHours(2)), true);

        assertThat(pace.pace()).isEqualTo(EACH_SECOND);
    }

    @Test
    void aBacklogLastsUntilTheLastPartitionHasCaughtUp() {
        pace.read(ONE, ago(Duration.ofHours(3)), false);
        pace.read(TWO, ago(Duration.ofHours(3)), false);
        pace.read(ONE, ago(Duration.ofSeconds(1)), false);
        assertThat(pace.pace()).isEqualTo(SELDOM);

        pace.read(TWO, ago(Duration.ofSeconds(1)), false);
        assertThat(pace.pace()).isEqualTo(EACH_SECOND);
    }

    @Test
    void aPartitionThatWentToAnotherInstanceIsForgotten() {
        pace.read(ONE, ago(Duration.ofHours(3)), false);

        hand.now = hand.now.plusSeconds(61);
        pace.read(TWO, ago(Duration.ofSeconds(1)), false);

        assertThat(pace.pace()).isEqualTo(EACH_SECOND);
    }

    @Test
    void elasticsearchIsToldOfEachChangeOnceAndOnceAMinuteOtherwise() {
        pace.read(ONE, ago(Duration.ofHours(3)), false);
        pace.say();
        pace.say();
        assertThat(told).singleElement().asString().contains("10000ms");

        hand.now = hand.now.plusSeconds(61);
        pace.read(ONE, ago(Duration.ofHours(3)), false);
        pace.say();
        assertThat(told).hasSize(2).last().asString().contains("10000ms");

        pace.read(ONE, ago(Duration.ofSeconds(1)), false);
        pace.say();
        assertThat(told).hasSize(3).last().asString().contains("1000ms");
    }

    @Test
    void whatElasticsearchDidNotTakeIsSaidAgain() {
        status = 404;
        pace.say();

        status = 200;
        pace.say();
        pace.say();

        assertThat(told).hasSize(2);
    }
}
