package dateline.query.deadletter;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Removes the letters of articles that were taken down, in whatever order letter and takedown come. Every instance does,
 * each as it learns of it; the same tombstone twice does no harm.
 */
@Component
final class TakedownSweep implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(TakedownSweep.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int STEP = 100;

    private final LetterView view;
    private final Workbench workbench;
    private volatile boolean running;

    TakedownSweep(LetterView view, Workbench workbench) {
        this.view = view;
        this.workbench = workbench;
    }

    private void loop() {
        long seen = -1;
        while (running) {
            try {
                Thread.sleep(PAUSE);
                long changes = view.changes();
                // Before the view is whole it may show letters whose tombstone it has not read yet.
                if (changes != seen && view.isComplete()) {
                    sweep();
                    seen = changes;
                }
            } catch (InterruptedException e) {
                running = false;
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                LOG.warn("Letters of articles that were taken down are still there, trying again: {}", e.toString());
            }
        }
    }

    private void sweep() {
        List<OpenLetter> condemned = view.find(letter -> letter.articles().stream()
                .anyMatch(article -> view.takedown(article).isPresent()));
        for (int from = 0; from < condemned.size(); from += STEP) {
            List<OpenLetter> chunk = condemned.subList(from, Math.min(condemned.size(), from + STEP));
            workbench.takeDown(chunk);
            LOG.info("Removed {} dead letters of articles that were taken down", chunk.size());
        }
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("dead-letters-takedowns").start(this::loop);
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
