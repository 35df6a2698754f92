package dateline.query.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.contract.DeadLetter;
import dateline.contract.Headers;
import dateline.contract.Topic;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;
import org.springframework.stereotype.Component;

/** Sends records that can never be stored to {@code news.enriched.dead}: bytes and headers as they came, and the reason. */
@Component
final class DeadLetters {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final long ACK_SECONDS = 30;

    private final KafkaTemplate<byte[], byte[]> kafka;
    private final Clock clock = Clock.systemUTC();

    DeadLetters(KafkaTemplate<byte[], byte[]> kafka) {
        this.kafka = kafka;
    }

    /**
     * Sends them and waits until the broker has them.
     *
     * @throws StoreUnavailable if the broker did not take one of them
     */
    void send(List<Write.SetAside> setAside) {
        List<CompletableFuture<SendResult<byte[], byte[]>>> sent =
                setAside.stream().map(each -> kafka.send(record(each))).toList();
        try {
            for (CompletableFuture<SendResult<byte[], byte[]>> each : sent) {
                each.get(ACK_SECONDS, TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new StoreUnavailable("can not write to " + Topic.ENRICHED_DEAD, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("interrupted while writing to " + Topic.ENRICHED_DEAD, e);
        }
        setAside.forEach(each -> LOG.warn(
                "Set aside {}-{}@{} ({}): {}",
                each.origin().topic(),
                each.origin().partition(),
                each.origin().offset(),
                each.reason(),
                each.cause().getMessage()));
    }

    private ProducerRecord<byte[], byte[]> record(Write.SetAside setAside) {
        ConsumerRecord<byte[], byte[]> origin = setAside.origin();
        DeadLetter letter = DeadLetter.of(
                setAside.reason(),
                setAside.cause(),
                "query-service",
                origin.topic(),
                origin.partition(),
                origin.offset(),
                attempt(origin),
                clock.instant());
        ProducerRecord<byte[], byte[]> dead = new ProducerRecord<>(
                Topic.ENRICHED_DEAD.topicName(), letter.origin().getBytes(UTF_8), DeadLetter.value(origin.value()));
        origin.headers().forEach(header -> dead.headers().add(header));
        letter.headers().forEach((name, value) -> {
            // A letter that was sent again bears those of the last time.
            dead.headers().remove(name);
            dead.headers().add(name, value.getBytes(UTF_8));
        });
        if (origin.key() != null) {
            dead.headers().remove(Headers.DEAD_KEY).add(Headers.DEAD_KEY, origin.key());
        }
        return dead;
    }

    private static int attempt(ConsumerRecord<byte[], byte[]> origin) {
        Header earlier = origin.headers().lastHeader(Headers.DEAD_ATTEMPT);
        return DeadLetter.attempt(earlier == null ? null : earlier.value());
    }
}
