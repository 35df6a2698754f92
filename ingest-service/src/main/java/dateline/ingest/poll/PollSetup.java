package dateline.ingest.poll;

import dateline.ingest.extract.OutletReader;
import dateline.ingest.feed.FeedParser;
import dateline.ingest.subscribe.FeedStatus.Condition;
import dateline.ingest.subscribe.FeedsProperties;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what polling reads with. */
@Configuration(proxyBeanMethods = false)
class PollSetup {
    @Bean
    AnswerReader answerReader(FeedsProperties properties) {
        return new AnswerReader(new FeedParser(), properties.maxAge());
    }

    @Bean
    EntryArticles entryArticles(OutletReader reader) {
        return new EntryArticles(reader);
    }

    @Bean
    MeterBinder feedGauges(Polling polling) {
        return registry -> {
            for (Condition condition : Condition.values()) {
                Gauge.builder(
                                "dateline.feeds",
                                polling,
                                source -> source.owned()
                                        .filter(state -> state.status().condition() == condition)
                                        .count())
                        .tag("condition", condition.name().toLowerCase(Locale.ROOT))
                        .register(registry);
            }
            Gauge.builder(
                            "dateline.pages.pending",
                            polling,
                            source -> source.owned()
                                    .mapToInt(state -> state.pending().size())
                                    .sum())
                    .register(registry);
        };
    }
}
