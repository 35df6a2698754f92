package dateline.query.names;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
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
 * The names as they were read last. They rest the longer the more articles there are, two seconds at least; then whoever
 * asks gets the old ones and has them read on the side. If the index does not answer, what was read last stays.
 * Thread-safe.
 */
final class KeptTable {
    private static final Duration SHORTEST_REST = Duration.ofSeconds(2);
    /** How long somebody waits who would otherwise get very old names. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);
    /** The same for whoever would otherwise get none. */
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(KeptTable.class);
    /**
     * Not by how long reading took: the first reading of a service that just started takes seconds, finds nearly nothing,
     * and would be kept for minutes.
     */
    private static final Duration REST_PER_ARTICLE = Duration.ofNanos(100_000);
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
     * @param articles how many there are in the index
     */
    record Read(NameTable table, long articles) {}

    private record Kept(NameTable table, long at, long rest) {}

    KeptTable(Reader reader, Executor side, LongSupplier nanos) {
        this.reader = reader;
        this.side = side;
        this.nanos = nanos;
    }

    /** The names as they are at hand; who asks first waits for them. */
    NameTable atHand() {
        Kept old = kept;
        if (old == null) {
            await(read(), FIRST_WAIT);
        } else if (age(old) >= old.rest()) {
            read();
        }
        return table();
    }

    /** The names, for which it is worth waiting a moment if those at hand are very old, or none. */
    NameTable recent() {
        Kept old = kept;
        if (old != null && age(old) >= (old.table().isEmpty() ? 1 : VERY_OLD) * old.rest()) {
            await(read(), LONGEST_WAIT);
            return table();
        }
        return atHand();
    }

    /** The names read anew, for whoever misses one, if those at hand have rested; else none, as they are nearly new. */
    Optional<NameTable> renewed() {
        Kept old = kept;
        if (old != null && age(old) < old.rest()) {
            return Optional.empty();
        }
        await(read(), LONGEST_WAIT);
        return Optional.of(table());
    }

    private long age(Kept names) {
        return nanos.getAsLong() - names.at();
    }

    private NameTable table() {
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
            long rest = Math.max(SHORTEST_REST.toNanos(), read.articles() * REST_PER_ARTICLE.toNanos());
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
