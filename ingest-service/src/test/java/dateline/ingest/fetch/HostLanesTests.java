package dateline.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class HostLanesTests {
    private static HostLanes lanes(Duration pause, Map<String, Duration> pauses) {
        Duration any = Duration.ofSeconds(5);
        return new HostLanes(
                new FetchProperties("Test/1", pause, pauses, 8, any, any, any, DataSize.ofMegabytes(1), 5, List.of()),
                Clock.systemUTC());
    }

    @Test
    void oneSiteHasOneRequestAtATimeAndAPauseInBetween() {
        List<Instant> starts = new CopyOnWriteArrayList<>();
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (HostLanes lanes = lanes(Duration.ofMillis(100), Map.of())) {
            for (int i = 0; i < 5; i++) {
                lanes.submit("example.org", HostLanes.Priority.PAGE, () -> {
                    starts.add(Instant.now());
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    running.decrementAndGet();
                });
            }
            await().until(() -> starts.size() == 5);
            assertThat(most).hasValue(1);
            for (int i = 1; i < starts.size(); i++) {
                assertThat(Duration.between(starts.get(i - 1), starts.get(i)))
                        .isGreaterThanOrEqualTo(Duration.ofMillis(99));
            }
        }
    }

    @Test
    void aSlowSiteDelaysNoOther() {
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger done = new AtomicInteger();
        try (HostLanes lanes = lanes(Duration.ZERO, Map.of())) {
            lanes.submit("slow.example", HostLanes.Priority.FEED, () -> {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            lanes.submit("slow.example", HostLanes.Priority.FEED, done::incrementAndGet);
            for (int i = 0; i < 20; i++) {
                lanes.submit("site" + i + ".example", HostLanes.Priority.FEED, done::incrementAndGet);
            }
            await().until(() -> done.get() == 20);
            never.countDown();
            await().until(() -> done.get() == 21);
        }
    }

    @Test
    void aSiteThatAskedForItIsLeftAloneUntilThen() {
        AtomicInteger done = new AtomicInteger();
        try (HostLanes lanes = lanes(Duration.ZERO, Map.of())) {
            Instant until = Instant.now().plusMillis(600);
            lanes.hold("example.org", until);
            lanes.hold("example.org", Instant.now().plusMillis(1));
            lanes.submit("example.org", HostLanes.Priority.FEED, done::incrementAndGet);
            assertThat(lanes.heldUntil("example.org")).isEqualTo(until);
            await().until(() -> done.get() == 1);
            assertThat(Instant.now()).isAfterOrEqualTo(until);
            assertThat(lanes.heldUntil("example.org")).isNull();
        }
    }

    @Test
    void feedsGoBeforePages() {
        List<String> order = new CopyOnWriteArrayList<>();
        CountDownLatch go = new CountDownLatch(1);
        try (HostLanes lanes = lanes(Duration.ZERO, Map.of())) {
            lanes.submit("example.org", HostLanes.Priority.PAGE, () -> {
                try {
                    go.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            lanes.submit("example.org", HostLanes.Priority.PAGE, () -> order.add("page"));
            lanes.submit("example.org", HostLanes.Priority.FEED, () -> order.add("feed"));
            go.countDown();
            await().until(() -> order.size() == 2);
            assertThat(order).containsExactly("feed", "page");
        }
    }

    @Test
    void aTaskThatFailsDoesNotStopItsLane() {
        AtomicInteger done = new AtomicInteger();
        try (HostLanes lanes = lanes(Duration.ofSeconds(60), Map.of("own.example", Duration.ZERO))) {
            lanes.submit("own.example", HostLanes.Priority.FEED, () -> {
                throw new IllegalStateException("on purpose");
            });
            lanes.submit("own.example", HostLanes.Priority.FEED, done::incrementAndGet);
            await().until(() -> done.get() == 1);
            await().untilAsserted(() -> assertThat(lanes.size()).isZero());
        }
    }
}
