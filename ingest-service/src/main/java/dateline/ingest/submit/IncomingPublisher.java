package dateline.ingest.submit;

import dateline.contract.ContractJson;
import dateline.contract.Headers;
import dateline.contract.Incoming;
import dateline.contract.IncomingArticle;
import dateline.contract.OutletBlock;
import dateline.contract.Takedown;
import dateline.contract.Topic;
import dateline.contract.log.ArticleTrace;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.stereotype.Component;

/** Writes to {@code news.incoming} what came over the API. */
@Component
public class IncomingPublisher {
    private final KafkaOperations<String, byte[]> kafka;
    private final ArticleTrace trace;
    private final ContractJson json = new ContractJson();

    IncomingPublisher(KafkaOperations<String, byte[]> kafka, ArticleTrace trace) {
        this.kafka = kafka;
        this.trace = trace;
    }

    private byte[] json(Incoming incoming) {
        return switch (incoming) {
            case IncomingArticle article -> ArticleSize.fitted(article, json);
            case Takedown takedown -> json.write(takedown);
            case OutletBlock block -> json.write(block);
        };
    }

    /**
     * Returns once all of them are stored by the broker.
     *
     * @throws org.apache.kafka.common.KafkaException or its Spring counterpart if that failed; then none is
     */
    public void publish(Collection<? extends Incoming> incoming) {
        kafka.executeInTransaction(transaction -> {
            incoming.forEach(one -> transaction.send(row(null, one)));
            return true;
        });
    }

    /** The same for what concerns every partition: each of their owners gets it. */
    public void publishToAll(Incoming order) {
        kafka.executeInTransaction(transaction -> {
            transaction
                    .partitionsFor(Topic.INCOMING.topicName())
                    .forEach(info -> transaction.send(row(info.partition(), order)));
            return true;
        });
    }

    private ProducerRecord<String, byte[]> row(@Nullable Integer partition, Incoming one) {
        var row = new ProducerRecord<>(Topic.INCOMING.topicName(), partition, one.id(), json(one));
        row.headers()
                .add(
                        Headers.SCHEMA,
                        Integer.toString(ContractJson.SCHEMA_VERSION).getBytes(StandardCharsets.UTF_8));
        // The request is the first step of its articles' trace.
        trace.stamp(row.headers());
        return row;
    }
}
