package dateline.enrich.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LiveArticlesTests {
    private long nanos = Long.MAX_VALUE - 5;
    private final LiveArticles live = new LiveArticles(Duration.ofNanos(10), () -> nanos);

    @Test
    void beforeTheFirstNoneIsRecent() {
        assertThat(live.isRecent()).isFalse();
    }

    @Test
    void anArticleCountsForAWhileAlsoWhereTheClockWrapsAround() {
        live.came();
        nanos += 9;
        assertThat(live.isRecent()).isTrue();
        nanos += 1;
        assertThat(live.isRecent()).isFalse();
    }
}
