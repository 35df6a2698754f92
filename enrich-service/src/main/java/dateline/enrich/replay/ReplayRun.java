package dateline.enrich.replay;

import dateline.contract.ContractJson;
import dateline.contract.EnrichedArticle;
import dateline.contract.RawArticle;
import dateline.contract.ReplayOrder;
import dateline.contract.ReplayProgress;
import dateline.contract.Topic;
import dateline.contract.UnreadableRecord;
import dateline.enrich.listen.EnrichedSize;
import dateline.enrich.pipeline.EnrichmentPipeline;
import dateline.enrich.pipeline.EnrichmentThreads;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * One order in one partition, from where it was left. Reads and enriches on threads of its own and has what came of it
 * ready, in order, for the partition's owner to write. All public state is for the owner's thread, except where it says
 * otherwise.
 */
final class ReplayRun implements AutoCloseable {
    /** How many articles of a dry run are compared at a time: what is enriched lies in an order of its own. */
    private static final int COMPARED_AT_ONCE = 100;

    private final ReplayOrder order;
    private final TopicPartition partition;
    private final long liveFrom;
    private final NewestOffsets newest;
    private final @Nullable NewestOffsets newestEnriched;
    private final Sources sources;
    private final BlockingQueue<Future<Outcome>> ready;
    private final ContractJson json = new ContractJson();
    private final Thread reader;
    private volatile boolean open = true;
    private volatile @Nullable ReplayProgress start;
    private volatile boolean allRead;
    private volatile @Nullable RuntimeException failure;

    /** What all runs use. */
    record Sources(
            ReplayBoard board,
            PartitionLog log,
            EnrichmentPipeline pipeline,
            EnrichmentThreads threads,
            ReaderLag readers,
            LiveArticles live,
            ReplayProperties properties,
            InstantSource clock) {}

    /**
     * Begins at once.
     *
     * @param liveFrom the live position; what lies before it has been read live, and only that is replayed
     * @param boardRead whether all progress that former owners made is known already
     * @param newest what is known of the partition's keys; this run reads on in it
     * @param newestEnriched likewise of {@code news.enriched}, for a dry run
     * @param before a run that used the same two and may not have ended yet
     */
    ReplayRun(
            ReplayOrder order,
            TopicPartition partition,
            long liveFrom,
            boolean boardRead,
            NewestOffsets newest,
            @Nullable NewestOffsets newestEnriched,
            @Nullable ReplayRun before,
            Sources sources) {
        this.order = order;
        this.partition = partition;
        this.liveFrom = liveFrom;
        this.newest = newest;
        this.newestEnriched = newestEnriched;
        this.sources = sources;
        this.ready = new ArrayBlockingQueue<>(sources.properties().ahead());
        this.reader = Thread.ofVirtual()
                .name("replay-" + partition.partition())
                .start(() -> read(boardRead, before == null ? null : before.reader));
    }

    ReplayOrder order() {
        return order;
    }

    TopicPartition partition() {
        return partition;
    }

    /** From which progress it goes on; null while it is not known yet. */
    @Nullable
    ReplayProgress start() {
        return start;
    }

    /** Takes what is ready, in order, so many at most. */
    List<Outcome> take(int most) {
        List<Outcome> taken = new ArrayList<>();
        while (taken.size() < most) {
            Future<Outcome> first = ready.peek();
            if (first == null || !first.isDone()) {
                break;
            }
            taken.add(first.resultNow());
            ready.remove();
        }
        return taken;
    }

    /** How many are ready or being made ready. */
    int waiting() {
        return ready.size();
    }

    /**
     * Whether nothing more will come.
     *
     * @throws RuntimeException if it could not read on
     */
    boolean isExhausted() {
        RuntimeException why = failure;
        if (why != null) {
            throw why;
        }
        return allRead && ready.isEmpty();
    }

    private void read(boolean boardRead, @Nullable Thread before) {
        try {
            if (before != null) {
                before.join();
            }
            if (!boardRead) {
                sources.board().awaitRead(() -> open);
            }
            sources.log().extend(newest, partition, liveFrom, () -> open);
            if (open) {
                long[] offsets = begin();
                if (order.dryRun()) {
                    compare(offsets);
                } else {
                    enrich(offsets);
                }
                allRead = open;
            }
        } catch (InterruptedException | InterruptException e) {
            // Closed.
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private long[] begin() {
        // A dry run leaves nothing behind that could be gone on from, so it begins anew.
        ReplayProgress left = order.dryRun()
                ? null
                : sources.board().progress(order, partition.partition()).orElse(null);
        long from = left == null ? 0 : left.next();
        long to = left == null ? liveFrom : left.end();
        List<String> articles = order.selection().articles();
        long[] offsets = articles.isEmpty() ? newest.between(from, to) : newest.between(from, to, articles);
        Instant now = sources.clock().instant();
        start = left != null
                ? left
                : new ReplayProgress(
                        order.id(),
                        partition.partition(),
                        ReplayProgress.State.RUNNING,
                        from,
                        to,
                        offsets.length,
                        0,
                        0,
                        0,
                        0,
                        0,
                        now,
                        now,
                        null);
        return offsets;
    }

    private void enrich(long[] offsets) {
        try (PartitionLog.Reader raw = sources.log().open(partition)) {
            raw.read(offsets, () -> open, row -> put(() -> enriched(row)));
        }
    }

    private Outcome enriched(ConsumerRecord<String, byte[]> row) {
        try {
            RawArticle article = json.read(row.value(), RawArticle.class);
            return selected(article)
                    ? new Outcome.Enriched(
                            row, EnrichedSize.fitted(sources.pipeline().enrich(article), json))
                    : new Outcome.Unselected(row);
        } catch (UnreadableRecord e) {
            return new Outcome.Unreadable(row, e);
        } catch (RuntimeException e) {
            // Reading depends on nothing but the record, so what failed once fails always.
            return new Outcome.Unreadable(row, new UnreadableRecord("can not be read anew: " + e, e));
        }
    }

    private void compare(long[] offsets) {
        NewestOffsets known = newestEnriched;
        if (known == null) {
            throw new IllegalStateException("a dry run needs what is enriched");
        }
        TopicPartition enriched = new TopicPartition(Topic.ENRICHED.topicName(), partition.partition());
        try (PartitionLog.Reader raw = sources.log().open(partition);
                PartitionLog.Reader other = sources.log().open(enriched)) {
            sources.log().extend(known, enriched, other.end(), () -> open);
            List<ConsumerRecord<String, byte[]>> rows = new ArrayList<>();
            raw.read(offsets, () -> open, row -> {
                rows.add(row);
                if (rows.size() == COMPARED_AT_ONCE) {
                    compare(rows, known, other);
                }
            });
            compare(rows, known, other);
        }
    }

    private void compare(List<ConsumerRecord<String, byte[]>> rows, NewestOffsets known, PartitionLog.Reader enriched) {
        List<String> keys = rows.stream().map(ConsumerRecord::key).toList();
        Map<String, byte[]> before = new HashMap<>();
        enriched.read(known.between(0, Long.MAX_VALUE, keys), () -> open, row -> before.put(row.key(), row.value()));
        for (ConsumerRecord<String, byte[]> row : rows) {
            put(() -> compared(row, before.get(row.key())));
        }
        rows.clear();
    }

    private Outcome compared(ConsumerRecord<String, byte[]> row, byte @Nullable [] before) {
        return switch (enriched(row)) {
            case Outcome.Enriched made -> {
                EnrichedArticle after = json.read(made.value(), EnrichedArticle.class);
                EnrichedArticle held = before == null ? null : held(before);
                boolean same =
                        held != null && held.raw().revision() == after.raw().revision();
                yield new Outcome.Compared(row, same ? held : null, after);
            }
            case Outcome other -> other;
        };
    }

    private @Nullable EnrichedArticle held(byte[] value) {
        try {
            EnrichedArticle article = json.read(value, EnrichedArticle.class);
            return article.raw() == null ? null : article;
        } catch (UnreadableRecord e) {
            return null;
        }
    }

    private boolean selected(RawArticle article) {
        ReplayOrder.Selection selection = order.selection();
        return (selection.from() == null || !article.firstSeen().isBefore(selection.from()))
                && (selection.to() == null || article.firstSeen().isBefore(selection.to()))
                && (selection.outlets().isEmpty()
                        || selection
                                .outlets()
                                .contains(article.article().outlet().id()));
    }

    private void put(Callable<Outcome> work) {
        Future<Outcome> future = sources.threads().replay(work);
        try {
            while (open && !ready.offer(future, 200, TimeUnit.MILLISECONDS)) {
                // The owner is busy with live articles.
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** Ends it without waiting; what was not taken is done again by the next run. */
    @Override
    public void close() {
        open = false;
    }
}
