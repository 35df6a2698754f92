package dateline.enrich.listen;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.ContractJson;
import dateline.contract.RawArticle;
import dateline.contract.Topic;
import dateline.enrich.EnrichApplication;
import dateline.enrich.pipeline.Enricher;
import dateline.enrich.pipeline.Findings;
import dateline.testing.BackendsInitializer;
import dateline.testing.TopicProbe;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

// Closed afterwards: as a member of the group it would take articles of other tests.
@DirtiesContext
@SpringBootTest(
        classes = {EnrichApplication.class, SlowEnricherIT.Slow.class},
        properties = {
            "spring.config.name=enrich-service",
            "dateline.enrich.enrichers=slow",
            "spring.kafka.consumer.properties.max.poll.interval.ms=6000",
            "spring.kafka.consumer.properties.session.timeout.ms=6000",
            "spring.kafka.consumer.properties.heartbeat.interval.ms=1000"
        })
@ContextConfiguration(initializers = BackendsInitializer.class)
class SlowEnricherIT {
    private static final String PREFIX = "https://slow.example/";

    private final ContractJson json = new ContractJson();

    @Autowired
    private SlowEnricher slow;

    /** Takes a second for each article of this test. */
    static final class SlowEnricher implements Enricher {
        private final AtomicInteger articles = new AtomicInteger();

        @Override
        public String name() {
            return "slow";
        }

        @Override
        public String version() {
            return "1";
        }

        @Override
        public void enrich(RawArticle article, Findings findings) {
            if (!article.article().url().startsWith(PREFIX)) {
                return;
            }
            articles.incrementAndGet();
            try {
                Thread.sleep(1000);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Slow {
        @Bean
        SlowEnricher slowEnricher() {
            return new SlowEnricher();
        }
    }

    @Test
    void aBatchThatTakesLongerThanThePollIntervalIsDoneOnce() {
        List<RawArticle> articles = IntStream.range(0, 20)
                .mapToObj(i -> RawArticleListenerIT.article(PREFIX + i))
                .toList();
        articles.forEach(article -> TopicProbe.send(Topic.RAW.topicName(), article.id(), json.write(article)));

        try (var enriched = new TopicProbe(Topic.ENRICHED.topicName())) {
            List<String> ids = articles.stream().map(RawArticle::id).toList();
            assertThat(enriched.await(20, row -> ids.contains(row.key()))).hasSize(20);
        }
        assertThat(slow.articles).as("none was begun twice").hasValue(20);
    }
}
