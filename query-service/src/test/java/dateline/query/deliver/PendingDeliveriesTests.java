package dateline.query.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.query.alert.Alert;
import dateline.query.alert.Delivery;
import dateline.query.saved.Channel;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PendingDeliveriesTests {
    private static final Instant NOON = Instant.parse("2026-04-21T12:00:00Z");
    private static final Channel HOOK = new Channel.Webhook("https://a.example/hook");
    private static final Channel HOURLY = new Channel.Mail(List.of("a@b.example"), Channel.Every.HOUR);

    private final PendingDeliveries pending = new PendingDeliveries(3);

    private static Delivery delivery(String id, Channel channel, int attempt, Instant notBefore) {
        return new Delivery(id, channel, new Alert(id, "search", "Search", NOON, null, null), attempt, notBefore, null);
    }

    private List<List<String>> due(Instant now) {
        return pending.due(now).stream()
                .map(batch -> batch.deliveries().stream().map(Delivery::id).toList())
                .toList();
    }

    @Test
    void whatIsReadIsDueUntilItsTombstoneIs() {
        pending.read("a", 7, delivery("a", HOOK, 0, NOON));
        assertThat(due(NOON.minusMillis(1))).isEmpty();
        assertThat(due(NOON)).containsExactly(List.of("a"));
        pending.read("a", 8, null);
        assertThat(due(NOON)).isEmpty();
    }

    @Test
    void thePositionStaysAtTheOldestThatIsOpen() {
        pending.read("a", 7, delivery("a", HOOK, 0, NOON));
        pending.read("b", 8, delivery("b", HOOK, 0, NOON));
        assertThat(pending.needed(9)).isEqualTo(7);
        pending.finish("a");
        assertThat(pending.needed(9)).isEqualTo(8);
        pending.finish("b");
        assertThat(pending.needed(9)).isEqualTo(9);
    }

    @Test
    void whatIsUnderWayIsNotSentTwice() {
        pending.read("a", 7, delivery("a", HOOK, 0, NOON));
        pending.due(NOON).forEach(pending::underWay);
        assertThat(due(NOON)).isEmpty();
        pending.again(delivery("a", HOOK, 1, NOON.plusSeconds(5)));
        assertThat(due(NOON)).isEmpty();
        assertThat(due(NOON.plusSeconds(5))).containsExactly(List.of("a"));
    }

    @Test
    void whatItReadsOfItsOwnPastChangesNothing() {
        pending.read("a", 7, delivery("a", HOOK, 0, NOON));
        pending.again(delivery("a", HOOK, 1, NOON));
        pending.again(delivery("a", HOOK, 2, NOON.plusSeconds(60)));
        pending.read("a", 8, delivery("a", HOOK, 1, NOON));
        assertThat(due(NOON)).isEmpty();
        assertThat(pending.needed(9)).isEqualTo(8);
        pending.finish("a");
        pending.read("a", 9, delivery("a", HOOK, 2, NOON.plusSeconds(60)));
        assertThat(pending.size()).isZero();
    }

    @Test
    void aDeliveryThatIsSentAnewLaterIsOneAgain() {
        pending.read("a", 7, delivery("a", HOOK, 0, NOON));
        pending.finish("a");
        pending.read("a", 8, null);
        pending.read("a", 9, delivery("a", HOOK, 0, NOON));
        assertThat(due(NOON)).containsExactly(List.of("a"));
    }

    @Test
    void aDigestGoesOutAsAWholeAtItsTimeOrWhenItIsFull() {
        Instant one = NOON.plusSeconds(3600);
        pending.read("a", 1, delivery("a", HOURLY, 0, one));
        pending.read("b", 2, delivery("b", HOURLY, 0, one));
        assertThat(due(NOON)).isEmpty();
        assertThat(due(one)).containsExactly(List.of("a", "b"));
        pending.read("c", 3, delivery("c", HOURLY, 0, one));
        pending.read("d", 4, delivery("d", HOURLY, 0, one));
        assertThat(due(NOON)).containsExactly(List.of("a", "b", "c"));
    }

    @Test
    void aSearchsDeliveriesAreCounted() {
        pending.read("a", 1, delivery("a", HOOK, 0, NOON));
        pending.read("a", 2, delivery("a", HOOK, 1, NOON));
        pending.read("b", 3, delivery("b", HOOK, 0, NOON));
        assertThat(pending.size("search")).isEqualTo(2);
        pending.finish("a");
        assertThat(pending.size("search")).isEqualTo(1);
        assertThat(pending.size("other")).isZero();
    }
}
