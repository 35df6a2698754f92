package dateline.enrich.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.contract.UnreadableRecord;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EnrichmentThreadsTests {
    private final EnrichmentThreads threads = new EnrichmentThreads(new EnrichProperties(List.of("none"), 2));
    private final CountDownLatch replaysMayEnd = new CountDownLatch(1);

    @AfterEach
    void end() {
        replaysMayEnd.countDown();
        threads.destroy();
    }

    @Test
    void aBatchKeepsItsOrder() {
        List<Integer> batch = IntStream.range(0, 500).boxed().toList();
        assertThat(threads.live(batch, number -> -number))
                .isEqualTo(batch.stream().map(number -> -number).toList());
    }

    @Test
    void twoOfABatchAreEnrichedAtOnce() {
        CyclicBarrier both = new CyclicBarrier(2);
        // Each waits for the other to have begun.
        assertThat(threads.live(List.of("a", "b"), name -> {
                    await(both);
                    return name;
                }))
                .containsExactly("a", "b");
    }

    @Test
    void aLiveArticleNeedNotWaitForAReplayedOne() throws InterruptedException {
        occupyAllThreads();
        assertThat(threads.live(List.of("a", "b"), String::toUpperCase)).containsExactly("A", "B");
    }

    @Test
    void aLiveArticleOvertakesReplayedOnesThatWait() throws Exception {
        occupyAllThreads();
        CountDownLatch liveDone = new CountDownLatch(1);
        List<Future<Boolean>> waiting = IntStream.range(0, 10)
                .mapToObj(i -> threads.replay(() -> liveDone.await(1, TimeUnit.MINUTES)))
                .toList();
        CyclicBarrier both = new CyclicBarrier(2);
        threads.live(List.of("first", "second"), name -> {
            // One of the two is in the caller's hands. The other needs a thread that ten replayed ones wait for.
            replaysMayEnd.countDown();
            await(both);
            return name;
        });
        liveDone.countDown();
        for (Future<Boolean> replayed : waiting) {
            assertThat(replayed.get()).isTrue();
        }
    }

    @Test
    void whatOneOfABatchThrowsIsThrown() {
        assertThatThrownBy(() -> threads.live(List.of(1, 2, 3), number -> {
                    throw new UnreadableRecord("no " + number, null);
                }))
                .isInstanceOf(UnreadableRecord.class)
                .hasMessageContaining("no 1");
    }

    private void occupyAllThreads() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(2);
        for (int i = 0; i < 2; i++) {
            threads.replay(() -> {
                busy.countDown();
                return replaysMayEnd.await(1, TimeUnit.MINUTES);
            });
        }
        busy.await();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
