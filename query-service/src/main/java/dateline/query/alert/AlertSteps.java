package dateline.query.alert;

import dateline.contract.Topic;
import dateline.query.log.TransactionalStep;
import java.util.List;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the two steps while the service runs. */
@Component
final class AlertSteps implements SmartLifecycle {
    private final KafkaProperties kafka;
    private final AlertSettings settings;
    private final MatchStep matching;
    private final AlertStep telling;
    private volatile List<TransactionalStep> running = List.of();

    AlertSteps(KafkaProperties kafka, AlertSettings settings, MatchStep matching, AlertStep telling) {
        this.kafka = kafka;
        this.settings = settings;
        this.matching = matching;
        this.telling = telling;
    }

    @Override
    public void start() {
        if (settings.enabled()) {
            running = List.of(step("-matching", Topic.ENRICHED, matching), step("-telling", Topic.MATCHES, telling));
            running.forEach(TransactionalStep::start);
        }
    }

    private TransactionalStep step(String name, Topic topic, TransactionalStep.Work work) {
        return new TransactionalStep(
                settings.group() + name,
                topic.topicName(),
                kafka.buildConsumerProperties(),
                kafka.buildProducerProperties(),
                work);
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
