package dateline.query.names;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The names as they were read last. They rest for fifty times what reading them cost the index, two seconds at least;
 * then whoever asks gets the old ones and has them read on the side. Only very old ones, and none at all, are worth
 * waiting for. If the index does not answer, what was read last stays. Thread-safe.
 */
final class KeptTable {
    static final Duration SHORTEST_REST = Duration.ofSeconds(2);
    /** How long somebody waits who would otherwise get very old names. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(KeptTable.class);
    private static final int REST = 50;
    /** Names are very old when they have rested this often over. */
    private static final int VERY_OLD = 3;

    private final Reader reader;
    private final Executor side;
    private final LongSupplier nanos;
    private volatile @Nullable Kept kept;
    private @Nullable CompletableFuture<@Nullable Void> reading;

    /** Where the names come from. */
    @FunctionalInterface
    interface Reader {
        /** @throws IOException if the index does not answer */
        Read read() throws IOException;
    }

    /**
     * @param cost how long the index worked for it: not how long it took, which on a busy machine says little
     */
    record Read(NameTable table, Duration cost) {}

    private record Kept(NameTable table, long at, long rest) {}

    KeptTable(Reader reader, Executor side, LongSupplier nanos) {
        this.reader = reader;
        this.side = side;
        this.nanos = nanos;
    }

    NameTable get() {
        Kept old = kept;
        if (old == null) {
            await(read(), Duration.ofMinutes(1));
        } else {
            long age = nanos.getAsLong() - old.at();
            if (age >= old.rest()) {
                CompletableFuture<@Nullable Void> read = read();
                if (age >= VERY_OLD * old.rest() || old.table().isEmpty()) {
                    await(read, LONGEST_WAIT);
                }
            }
        }
        Kept now = kept;
        return now == null ? NameTable.EMPTY : now.table();
    }

    /** One reading at a time, however many ask. */
    private synchronized CompletableFuture<@Nullable Void> read() {
        CompletableFuture<@Nullable Void> running = reading;
        if (running == null || running.isDone()) {
            running = CompletableFuture.runAsync(this::readNow, side);
            reading = running;
        }
        return running;
    }

    private void readNow() {
        Kept old = kept;
        try {
            Read read = reader.read();
            long rest = Math.max(SHORTEST_REST.toNanos(), read.cost().toNanos() * REST);
            kept = new Kept(read.table(), nanos.getAsLong(), rest);
        } catch (IOException | ElasticsearchException e) {
            LOG.debug("The names could not be read: {}", e.getMessage());
            if (old != null) {
                kept = new Kept(old.table(), nanos.getAsLong(), SHORTEST_REST.toNanos());
            }
        }
    }

    private static void await(CompletableFuture<@Nullable Void> read, Duration longest) {
        try {
            read.get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            LOG.debug("Names are still being read; the old ones serve");
        } catch (ExecutionException e) {
            throw new IllegalStateException("The names could not be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
