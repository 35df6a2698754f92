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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
    public List<ProducerRecord<byte[], byte[]>> apply(List<ConsumerRecord<byte[], byte[]>> records) {
        List<ProducerRecord<byte[], byte[]>> found = new ArrayList<>();
        if (searches.all().isEmpty()) {
            return found;
        }
        for (ConsumerRecord<byte[], byte[]> row : records) {
            if (row.value() != null) {
                match(row.value(), found);
            }
        }
        matches.increment(found.size());
        return found;
    }

    private void match(byte[] value, List<ProducerRecord<byte[], byte[]>> found) {
        EnrichedArticle enriched;
        ArticleDocument document;
        try {
            enriched = json.read(value, EnrichedArticle.class);
            ArticleDocuments.requireWhole(enriched);
            document = ArticleDocuments.of(enriched);
        } catch (RuntimeException e) {
            // Whoever indexes it makes it a dead letter; there is nothing in it to be told.
            return;
        }
        if (!isNews(enriched) || takedowns.contains(document.id())) {
            return;
        }
        Set<String> ids = matching.record(() -> watched.match(List.of(document)).getFirst());
        for (String id : ids) {
            searches.find(id)
                    .filter(search -> isAfter(enriched, search))
                    .ifPresent(search -> found.add(record(enriched, document, search)));
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
