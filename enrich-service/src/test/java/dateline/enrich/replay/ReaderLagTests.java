package dateline.enrich.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class ReaderLagTests {
    private final Deque<Runnable> looks = new ArrayDeque<>();
    private long unread;
    private boolean broken;
    private int most = 100;

    private final ReaderLag lag = new ReaderLag(
            () -> {
                if (broken) {
                    throw new IllegalStateException("no broker");
                }
                return unread;
            },
            looks::add,
            () -> most);

    @Test
    void nothingHoldsTheFirstWriteBack() {
        assertThat(lag.isLow()).isTrue();
        assertThat(looks).isEmpty();
    }

    @Test
    void afterAWriteTheReadersMustHaveCaughtUp() {
        lag.wrote();
        unread = 101;
        look();
        assertThat(lag.isLow()).isFalse();

        unread = 100;
        look();
        assertThat(lag.isLow()).isTrue();
    }

    @Test
    void howMuchMayBeUnreadCanChange() {
        lag.wrote();
        unread = 50;
        look();
        assertThat(lag.isLow()).isTrue();

        most = 10;
        assertThat(lag.isLow()).isFalse();
    }

    @Test
    void aLookThatBeganBeforeAWriteSaysNothingOfIt() {
        lag.wrote();
        awaitLook();
        lag.wrote();
        looks.remove().run();
        assertThat(lag.isLow()).isFalse();
    }

    @Test
    void onlyOneLookIsUnderWayAtATime() {
        lag.wrote();
        awaitLook();
        assertThat(lag.isLow()).isFalse();
        assertThat(looks).hasSize(1);
    }

    @Test
    void aLagThatIsNotKnownHoldsNothingBack() {
        lag.wrote();
        broken = true;
        look();
        assertThat(lag.isLow()).isTrue();
    }

    private void awaitLook() {
        await().until(() -> !lag.isLow() && !looks.isEmpty());
    }

    private void look() {
        awaitLook();
        looks.remove().run();
    }
}
