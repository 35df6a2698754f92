package dateline.query.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.contract.ContractJson;
import dateline.contract.EnrichedArticle;
import dateline.contract.Topic;
import dateline.contract.log.Takedowns;
import dateline.query.index.ArticleDocument;
import dateline.query.index.ArticleDocuments;
import dateline.query.log.TransactionalStep;
import dateline.query.saved.SavedSearch;
import dateline.query.saved.SavedSearches;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.stereotype.Component;

/**
 * Puts each new revision of an article to the saved searches, and notes which it matches. An article that was enriched
 * anew long after it came in is no news.
 */
@Component
final class MatchStep implements TransactionalStep.Work {
    private final SavedSearches searches;
    private final WatchedSearches watched;
    private final Takedowns takedowns;
    private final Duration news;
    private final ContractJson json = new ContractJson();
    private final Clock clock = Clock.systemUTC();
    private final Timer matching;
    private final Counter matches;

    MatchStep(
            SavedSearches searches,
            WatchedSearches watched,
            Takedowns takedowns,
            AlertSettings settings,
            MeterRegistry meters) {
        this.searches = searches;
        this.watched = watched;
        this.takedowns = takedowns;
        this.news = settings.storyWindow();
        this.matching = Timer.builder("dateline.alerts.matching")
                .description("Time an article takes to be put to all saved searches")
                .register(meters);
        this.matches = Counter.builder("dateline.alerts.matches")
                .description("Matches of articles with saved searches, reprints included")
                .register(meters);
    }

    @Override
    public boolean isReady() {
        return searches.isComplete() && takedowns.isComplete();
    }

    @Override
    public void apply(List<ConsumerRecord<byte[], byte[]>> records, TransactionalStep.Results found) {
        if (searches.all().isEmpty()) {
            return;
        }
        for (ConsumerRecord<byte[], byte[]> row : records) {
            if (row.value() != null) {
                news(row.value()).ifPresent(news -> match(news, found));
            }
        }
    }

    /** An article that may be told of. */
    private record News(EnrichedArticle enriched, ArticleDocument document) {}

    private Optional<News> news(byte[] value) {
        News news;
        try {
            EnrichedArticle enriched = json.read(value, EnrichedArticle.class);
            ArticleDocuments.requireWhole(enriched);
            news = new News(enriched, ArticleDocuments.of(enriched));
        } catch (RuntimeException e) {
            // Whoever indexes it makes it a dead letter; there is nothing in it to be told.
            return Optional.empty();
        }
        return isNews(news.enriched()) && !takedowns.contains(news.document().id())
                ? Optional.of(news)
                : Optional.empty();
    }

    private void match(News news, TransactionalStep.Results found) {
        long start = System.nanoTime();
        Set<String> ids = watched.match(news.document());
        matching.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        for (String id : ids) {
            searches.find(id).filter(search -> isAfter(news.enriched(), search)).ifPresent(search -> {
                found.add(record(news.enriched(), news.document(), search));
                matches.increment();
            });
        }
    }

    private boolean isNews(EnrichedArticle enriched) {
        return Duration.between(enriched.raw().revisedAt(), enriched.enrichedAt())
                        .compareTo(news)
                <= 0;
    }

    private static boolean isAfter(EnrichedArticle enriched, SavedSearch search) {
        return !enriched.raw().revisedAt().isBefore(search.createdAt());
    }

    private ProducerRecord<byte[], byte[]> record(
            EnrichedArticle enriched, ArticleDocument document, SavedSearch search) {
        Match match = new Match(
                search.id(),
                clock.instant(),
                Alert.Article.of(enriched.raw(), document.language(), document.lead()),
                enriched.signature(),
                null);
        return new ProducerRecord<>(Topic.MATCHES.topicName(), search.id().getBytes(UTF_8), json.write(match));
    }
}
