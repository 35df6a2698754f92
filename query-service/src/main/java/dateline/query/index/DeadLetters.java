package dateline.query.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.contract.Headers;
import dateline.contract.Topic;
import java.io.PrintWriter;
import java.io.StringWriter;
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
    private static final int MAX_MESSAGE = 1_000;
    private static final int MAX_STACK = 4_000;
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
                setAside.stream().map(each -> kafka.send(letter(each))).toList();
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
        setAside.forEach(each -> LOG.warn("Set aside {}: {}", origin(each.origin()), message(each.cause())));
    }

    private ProducerRecord<byte[], byte[]> letter(Write.SetAside setAside) {
        ConsumerRecord<byte[], byte[]> origin = setAside.origin();
        ProducerRecord<byte[], byte[]> letter =
                new ProducerRecord<>(Topic.ENRICHED_DEAD.topicName(), origin.key(), origin.value());
        origin.headers().forEach(header -> letter.headers().add(header));
        set(letter, Headers.DEAD_REASON, setAside.reason());
        set(letter, Headers.DEAD_MESSAGE, message(setAside.cause()));
        set(letter, Headers.DEAD_STACK, stack(setAside.cause()));
        set(letter, Headers.DEAD_ORIGIN, origin(origin));
        set(letter, Headers.DEAD_SERVICE, "query-service");
        set(letter, Headers.DEAD_ATTEMPT, Integer.toString(earlierAttempts(origin) + 1));
        set(letter, Headers.DEAD_AT, clock.instant().toString());
        return letter;
    }

    private static void set(ProducerRecord<byte[], byte[]> letter, String name, String value) {
        letter.headers().remove(name);
        letter.headers().add(name, value.getBytes(UTF_8));
    }

    private static int earlierAttempts(ConsumerRecord<byte[], byte[]> origin) {
        Header header = origin.headers().lastHeader(Headers.DEAD_ATTEMPT);
        try {
            return header == null || header.value() == null
                    ? 0
                    : Math.max(0, Integer.parseInt(new String(header.value(), UTF_8)));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static String origin(ConsumerRecord<byte[], byte[]> origin) {
        return origin.topic() + "-" + origin.partition() + "@" + origin.offset();
    }

    private static String message(Exception cause) {
        return cut(cause.getMessage() == null ? cause.toString() : cause.getMessage(), MAX_MESSAGE);
    }

    private static String stack(Exception cause) {
        StringWriter text = new StringWriter();
        cause.printStackTrace(new PrintWriter(text));
        return cut(text.toString(), MAX_STACK);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
