package dateline.enrich.pipeline;

import dateline.contract.log.PatientConsumer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The threads that enrich, for live and replayed articles alike: a replay may have all of them while nothing else is to
 * do, and live articles overtake it. Not an executor itself, lest Spring Boot take it for the application's.
 */
@Component
public final class EnrichmentThreads implements DisposableBean {
    private final ThreadPoolExecutor threads;
    private final AtomicLong arrivals = new AtomicLong();

    private record Turn(boolean live, long arrival, Runnable work) implements Runnable, Comparable<Turn> {
        private static final Comparator<Turn> ORDER =
                Comparator.comparing(Turn::live).reversed().thenComparing(Turn::arrival);

        @Override
        public void run() {
            work.run();
        }

        @Override
        public int compareTo(Turn other) {
            return ORDER.compare(this, other);
        }
    }

    public EnrichmentThreads(EnrichProperties properties) {
        int count = properties.threads() == 0 ? Runtime.getRuntime().availableProcessors() : properties.threads();
        threads = new ThreadPoolExecutor(
                count,
                count,
                0,
                TimeUnit.SECONDS,
                new PriorityBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("enrich-", 0).factory());
    }

    /** Does the work for each of a live batch and returns what came of them, in their order, or throws what one threw. */
    public <A, B> List<B> live(List<A> batch, Function<A, B> work) {
        List<FutureTask<B>> tasks = batch.stream()
                .map(item -> new FutureTask<>(() -> work.apply(item)))
                .toList();
        AtomicInteger next = new AtomicInteger();
        Runnable share = () -> {
            for (int i = next.getAndIncrement(); i < tasks.size(); i = next.getAndIncrement()) {
                tasks.get(i).run();
            }
        };
        for (int i = 1; i < Math.min(threads.getCorePoolSize(), tasks.size()); i++) {
            threads.execute(new Turn(true, arrivals.getAndIncrement(), share));
        }
        // The caller takes its share, so that a live article never waits for a replayed one to be done.
        share.run();
        List<B> results = new ArrayList<>();
        tasks.forEach(task -> results.add(PatientConsumer.result(task)));
        return results;
    }

    /** Does the work once no live article waits for a thread. */
    public <T> Future<T> replay(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        threads.execute(new Turn(false, arrivals.getAndIncrement(), task));
        return task;
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
