package dateline.query.trace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.contract.ArticleId;
import dateline.contract.CanonicalUrl;
import dateline.contract.IncomingArticle;
import dateline.contract.Topic;
import dateline.query.deadletter.LetterView;
import dateline.query.trace.IndexLookup.Answer;
import dateline.query.trace.Step.State;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** Finds out where an article is. */
@Service
class Tracer {
    private final ConsumerFactory<byte[], byte[]> consumers;
    private final Positions positions;
    private final IndexLookup index;
    private final LetterView letters;
    private final FeedKnowledge feeds;
    private final TraceSettings settings;
    private final Steps steps;

    Tracer(
            ConsumerFactory<byte[], byte[]> consumers,
            Positions positions,
            IndexLookup index,
            LetterView letters,
            FeedKnowledge feeds,
            TraceSettings settings) {
        this.consumers = consumers;
        this.positions = positions;
        this.index = index;
        this.letters = letters;
        this.feeds = feeds;
        this.settings = settings;
        this.steps = new Steps(feeds::nameOf);
    }

    /** Follows the article with this id; its URL is what it itself says. */
    Trace ofId(String id) {
        return trace(id, null);
    }

    /** Follows the article at this URL, or says what is nearest to it. */
    Trace ofUrl(CanonicalUrl url) {
        return trace(ArticleId.of(url), url);
    }

    private Trace trace(String id, @Nullable CanonicalUrl asked) {
        Answer found = index.find(id);
        try (LogScan scan = new LogScan(consumers, settings.patience())) {
            Evidence alone = evidence(scan, id, found);
            IncomingArticle article = steps.article(alone);
            Evidence evidence = alone.with(
                    article == null || article.outlet() == null
                            ? null
                            : letters.block(article.outlet().id()).orElse(null));
            String summary = Summary.of(evidence);
            String url = asked != null ? asked.value() : article == null ? null : article.url();
            List<Step> way = new ArrayList<>(steps.of(evidence));
            if (summary == null && asked != null) {
                way.clear();
                summary = nearest(scan, asked, evidence, way);
            }
            return new Trace(id, url, summary == null ? "Nobody knows an article " + id : summary, way);
        }
    }

    private Evidence evidence(LogScan scan, String id, Answer found) {
        LogTrail trail = null;
        String silence = null;
        try {
            String source = found instanceof Answer.Held held ? held.source() : null;
            trail = LogTrail.follow(scan, id, source, positions.now());
        } catch (org.apache.kafka.common.KafkaException e) {
            silence = String.valueOf(e.getMessage());
        }
        return new Evidence(
                id,
                found,
                trail,
                silence,
                letters.find(letter -> letter.articles().contains(id)),
                letters.audit(entry -> entry.articles().contains(id)),
                letters.takedown(id).orElse(null),
                null);
    }

    private String nearest(LogScan scan, CanonicalUrl url, Evidence evidence, List<Step> way) {
        String summary = null;
        switch (feeds.ofPage(url.value())) {
            case dateline.query.neighbour.Answer.Silent silent -> way.add(silence(silent.reason()));
            case dateline.query.neighbour.Answer.Refused refused -> way.add(silence(refused.reason()));
            case dateline.query.neighbour.Answer.Done known -> {
                summary = known.json().path("summary").asString("");
                way.add(new Step("feeds", State.MISSING, null, summary, details(known.json())));
            }
        }
        String other = otherAddress(scan, url, way);
        List<IndexLookup.Hit> alike = alike(url);
        for (IndexLookup.Hit hit : alike) {
            way.add(new Step(
                    "near",
                    State.DONE,
                    null,
                    "an article is known at a similar address: " + hit.url(),
                    Map.of("id", hit.id(), "url", hit.url())));
        }
        way.addAll(steps.of(evidence));
        if (other != null) {
            return "Known under another address, which its page states: " + other;
        }
        if (!alike.isEmpty()) {
            return "Not known at this address, but at " + alike.getFirst().url();
        }
        return summary == null || summary.isEmpty() ? "Nobody in the pipeline knows this address" : summary;
    }

    private static Step silence(String reason) {
        return Step.of("feeds", State.UNKNOWN, null, "ingest-service, which knows the feeds, is silent: " + reason);
    }

    private static Map<String, Object> details(JsonNode json) {
        Map<String, Object> details = new LinkedHashMap<>();
        json.properties().forEach(property -> {
            if (!property.getKey().equals("summary")) {
                details.put(property.getKey(), property.getValue());
            }
        });
        return details;
    }

    /** A page may state another address than the feed's link: whoever asks with the link is told the other. */
    private @Nullable String otherAddress(LogScan scan, CanonicalUrl url, List<Step> way) {
        String link = url.value().substring(url.value().indexOf("//"));
        String topic = Topic.INCOMING.topicName();
        try {
            for (int i = 0; i < scan.partitions(topic) && scan.hasTime(); i++) {
                LogScan.Found found = scan.find(new TopicPartition(topic, i), row -> mentions(row, link), 0, 1);
                for (ConsumerRecord<byte[], byte[]> row : found.rows()) {
                    String id = new String(row.key(), UTF_8);
                    way.add(new Step(
                            "near",
                            State.DONE,
                            null,
                            "asked for at this address, and known as article " + id,
                            Map.of("id", id, "place", Steps.place(row).toString())));
                    return "article " + id;
                }
            }
        } catch (org.apache.kafka.common.KafkaException e) {
            way.add(Step.of("near", State.UNKNOWN, null, "Kafka does not answer: " + e.getMessage()));
        }
        return null;
    }

    private static boolean mentions(ConsumerRecord<byte[], byte[]> row, String link) {
        if (row.value() == null || row.key() == null) {
            return false;
        }
        String text = new String(row.value(), ISO_8859_1);
        int at = text.indexOf("\"requestedUrl\"");
        int end = at < 0 ? -1 : text.indexOf(',', at);
        return end > 0 && text.substring(at, end).contains(link + "\"");
    }

    private List<IndexLookup.Hit> alike(CanonicalUrl url) {
        List<String> ids = SimilarUrls.of(url).stream().map(ArticleId::of).toList();
        try {
            return index.among(ids);
        } catch (IOException | co.elastic.clients.elasticsearch._types.ElasticsearchException e) {
            return List.of();
        }
    }
}
