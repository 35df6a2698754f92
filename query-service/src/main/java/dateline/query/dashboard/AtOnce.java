package dateline.query.dashboard;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks several questions at once, so that a page takes as long as the slowest of them. */
final class AtOnce implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** An answer that is on its way. */
    interface Answer<T> {
        /** Waits for it; throws what its question threw. */
        T get();
    }

    <T> Answer<T> ask(Callable<T> question) {
        Future<T> answer = threads.submit(question);
        return () -> {
            try {
                return answer.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the page is not wanted any more", e);
            }
        };
    }

    @Override
    public void close() {
        threads.close();
    }
}
