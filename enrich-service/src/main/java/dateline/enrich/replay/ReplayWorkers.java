package dateline.enrich.replay;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The threads that enrich what is replayed. Not an executor itself, lest Spring Boot take it for the application's. */
@Component
final class ReplayWorkers implements DisposableBean {
    private final ExecutorService threads;

    ReplayWorkers(ReplayProperties properties) {
        this.threads = Executors.newFixedThreadPool(
                properties.threads(),
                Thread.ofPlatform().daemon().name("replay-enrich-", 0).factory());
    }

    <T> Future<T> submit(Callable<T> work) {
        return threads.submit(work);
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
