package dateline.query.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.Headers;
import dateline.query.SampleArticle;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class IndexMetricsTests {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final FreshnessWindow window = new FreshnessWindow();
    private final IndexMetrics metrics = new IndexMetrics(registry, window, new IndexingState());
    private final SampleArticle sample = SampleArticle.at("https://example.org/a");
    private final ConsumerRecord<byte[], byte[]> record =
            new ConsumerRecord<>("news.enriched", 0, 7, sample.id().getBytes(UTF_8), sample.json());

    @Test
    void aLiveArticleIsTimed() {
        metrics.count(new RecordReader().read(record), Outcome.INDEXED);

        assertThat(window.sinceSeen(Duration.ofHours(1)).count()).isEqualTo(1);
        assertThat(window.isLive()).isTrue();
    }

    @Test
    void aReplayedArticleIsCountedButDoesNotPassForVeryLateNews() {
        record.headers().add(Headers.REPLAY, "r-1".getBytes(UTF_8));
        metrics.count(new RecordReader().read(record), Outcome.INDEXED);

        assertThat(registry.counter("dateline.index.articles", "outcome", "indexed")
                        .count())
                .isEqualTo(1);
        assertThat(window.sinceSeen(Duration.ofHours(1)).count()).isZero();
        assertThat(registry.timer("dateline.freshness", "from", "seen").count()).isZero();
        assertThat(window.isLive()).isFalse();
    }
}
