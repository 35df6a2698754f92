package dateline.query.alert;

import dateline.contract.Topic;
import dateline.query.log.TransactionalStep;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;

/** Runs the two steps while the service runs. */
@Component
final class AlertSteps implements SmartLifecycle {
    /** Each may have thousands of matches. */
    private static final int ARTICLES_AT_ONCE = 50;

    private static final int MATCHES_AT_ONCE = 500;

    private final ConsumerFactory<?, ?> consumers;
    private final ProducerFactory<?, ?> producers;
    private final AlertSettings settings;
    private final MatchStep matching;
    private final AlertStep telling;
    private volatile List<TransactionalStep> running = List.of();

    AlertSteps(
            ConsumerFactory<?, ?> consumers,
            ProducerFactory<?, ?> producers,
            AlertSettings settings,
            MatchStep matching,
            AlertStep telling) {
        this.consumers = consumers;
        this.producers = producers;
        this.settings = settings;
        this.matching = matching;
        this.telling = telling;
    }

    @Override
    public void start() {
        if (settings.enabled()) {
            running = List.of(
                    step("-matching", Topic.ENRICHED, ARTICLES_AT_ONCE, matching),
                    step("-telling", Topic.MATCHES, MATCHES_AT_ONCE, telling));
            running.forEach(TransactionalStep::start);
        }
    }

    /** What follows from the records read at once is one transaction. */
    private TransactionalStep step(String name, Topic topic, int atOnce, TransactionalStep.Work work) {
        Map<String, Object> consumer = new HashMap<>(consumers.getConfigurationProperties());
        consumer.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, atOnce);
        return new TransactionalStep(
                settings.group() + name, topic.topicName(), consumer, producers.getConfigurationProperties(), work);
    }

    @Override
    public void stop() {
        running.forEach(TransactionalStep::close);
        running = List.of();
    }

    @Override
    public boolean isRunning() {
        return !running.isEmpty();
    }
}
