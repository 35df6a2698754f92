package dateline.enrich.pipeline;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * A model or word list that a thread of its own loads, so that the rest of the start need not wait for it.
 *
 * @param <T> what is loaded
 */
public final class Soon<T> implements Supplier<T> {
    private final FutureTask<T> loading;

    private Soon(FutureTask<T> loading) {
        this.loading = loading;
    }

    /** Begins to load. */
    public static <T> Soon<T> of(Callable<T> load) {
        FutureTask<T> loading = new FutureTask<>(load);
        Thread.ofPlatform().name("loading-", 0).daemon().start(loading);
        return new Soon<>(loading);
    }

    /**
     * What was loaded; waits for it.
     *
     * @throws IllegalStateException if it could not be loaded, or the caller was interrupted
     */
    @Override
    public T get() {
        try {
            return loading.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("can not be loaded: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while something was loaded", e);
        }
    }
}
