package dateline.query.index;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.stereotype.Component;

/** Up while the listener runs and the index is there and takes what comes. Shown as {@code index}. */
@Component
final class IndexHealthIndicator implements HealthIndicator {
    private final KafkaListenerEndpointRegistry listeners;
    private final IndexSetup setup;
    private final IndexingState state;

    IndexHealthIndicator(KafkaListenerEndpointRegistry listeners, IndexSetup setup, IndexingState state) {
        this.listeners = listeners;
        this.setup = setup;
        this.state = state;
    }

    @Override
    public Health health() {
        MessageListenerContainer container = listeners.getListenerContainer(EnrichedListener.ID);
        if (container == null || !container.isRunning() || !container.isInExpectedState()) {
            return Health.down()
                    .withDetail("problem", "the listener has stopped")
                    .build();
        }
        if (!setup.isReady()) {
            return Health.down()
                    .withDetail("problem", setup.failure().orElse("the index could not be created yet"))
                    .build();
        }
        return state.waiting()
                .map(waiting -> Health.down()
                        .withDetail("problem", waiting.why())
                        .withDetail("since", waiting.since())
                        .build())
                .orElseGet(() -> {
                    Health.Builder up = Health.up();
                    setup.outdated().ifPresent(lacking -> up.withDetail("rebuild", lacking));
                    return up.build();
                });
    }
}
