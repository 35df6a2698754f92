package dateline.query.index;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Creates the index as soon as Elasticsearch answers, so that a search finds an empty index before any article came. */
@Component
final class IndexStarter implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(IndexStarter.class);

    private final IndexSetup setup;
    private final Duration pause;
    private volatile boolean running;

    IndexStarter(IndexSetup setup, IndexSettings settings) {
        this.setup = setup;
        this.pause = settings.retryFirst();
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("index-setup").start(this::untilReady);
    }

    private void untilReady() {
        String told = "";
        while (running && !setup.isReady()) {
            try {
                setup.ensure();
            } catch (StoreUnavailable e) {
                String why = String.valueOf(e.getMessage());
                if (!why.equals(told)) {
                    LOG.warn("{}; trying again every {} ms", why, pause.toMillis());
                    told = why;
                }
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            running = false;
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
