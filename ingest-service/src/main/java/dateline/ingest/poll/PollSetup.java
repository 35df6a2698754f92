package dateline.ingest.poll;

import dateline.ingest.extract.OutletReader;
import dateline.ingest.feed.FeedParser;
import dateline.ingest.subscribe.FeedStatus;
import dateline.ingest.subscribe.FeedStatus.Condition;
import dateline.ingest.subscribe.FeedView;
import dateline.ingest.subscribe.FeedsProperties;
import dateline.ingest.subscribe.PollError;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Predicate;
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
    MeterBinder feedGauges(Polling polling, InstantSource clock) {
        return registry -> {
            for (Condition condition : Condition.values()) {
                Gauge.builder(
                                "dateline.feeds",
                                polling,
                                source -> count(source, status -> status.condition() == condition))
                        .tag("condition", condition.name().toLowerCase(Locale.ROOT))
                        .register(registry);
            }
            for (PollError error : PollError.values()) {
                Gauge.builder(
                                "dateline.feeds.errors",
                                polling,
                                source -> count(source, status -> status.error() == error))
                        .tag("error", error.name().toLowerCase(Locale.ROOT))
                        .register(registry);
            }
            Gauge.builder(
                            "dateline.feeds.silent",
                            polling,
                            source -> count(source, status -> FeedView.silentSince(status, clock.instant()) != null))
                    .register(registry);
            Gauge.builder(
                            "dateline.feeds.articles.per.day",
                            polling,
                            source -> source.owned()
                                    .mapToDouble(state -> FeedView.articlesPerDay(state.status(), clock.instant()))
                                    .sum())
                    .register(registry);
            Gauge.builder(
                            "dateline.pages.pending",
                            polling,
                            source -> source.owned()
                                    .mapToInt(state -> state.pending().size())
                                    .sum())
                    .register(registry);
        };
    }

    private static long count(Polling polling, Predicate<FeedStatus> which) {
        return polling.owned().map(FeedState::status).filter(which).count();
    }
}
