package dateline.query.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.contract.ContractJson;
import dateline.contract.DeadLetter;
import dateline.contract.Headers;
import dateline.contract.RecordPlace;
import dateline.contract.Topic;
import dateline.query.alert.Delivery;
import java.time.Clock;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/** Gives deliveries up: to {@code news.deliveries.dead}, as if never tried, so that whoever sends one again begins anew. */
@Component
final class DeadDeliveries {
    private final KafkaTemplate<byte[], byte[]> kafka;
    private final ContractJson json = new ContractJson();
    private final Clock clock = Clock.systemUTC();

    DeadDeliveries(KafkaTemplate<byte[], byte[]> kafka) {
        this.kafka = kafka;
    }

    /**
     * Returns when it is stored.
     *
     * @param place where the delivery's record lies
     */
    void send(RecordPlace place, Delivery delivery, String reason, String problem) {
        Instant now = clock.instant();
        DeadLetter letter = new DeadLetter(
                reason, problem, "", place.toString(), "query-service", Math.max(1, delivery.attempt() + 1), now);
        ProducerRecord<byte[], byte[]> dead = new ProducerRecord<>(
                Topic.DELIVERIES_DEAD.topicName(), letter.origin().getBytes(UTF_8), json.write(delivery.anew(now)));
        letter.headers().forEach((name, value) -> dead.headers().add(name, value.getBytes(UTF_8)));
        dead.headers().add(Headers.DEAD_KEY, delivery.id().getBytes(UTF_8));
        kafka.send(dead).join();
    }
}
