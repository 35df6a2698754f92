package dateline.query.trace;

import dateline.contract.Takedown;
import dateline.query.deadletter.OpenLetter;
import dateline.query.trace.IndexLookup.Answer;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Says in one sentence where an article is. Pure. */
final class Summary {
    private Summary() {}

    /** The sentence; null if nobody in the pipeline knows the article. */
    static @Nullable String of(Evidence evidence) {
        Takedown takedown = evidence.takedown();
        if (takedown != null) {
            String still = evidence.index() instanceof Answer.Held ? "; the index has not heard of it yet" : "";
            return "Taken down at " + takedown.at() + ": " + takedown.reason() + still;
        }
        String place = waiting(evidence);
        if (evidence.index() instanceof Answer.Held held) {
            String found = held.searchable()
                    ? "Searchable, revision " + held.article().raw().revision() + ", enriched at "
                            + held.article().enrichedAt().truncatedTo(ChronoUnit.SECONDS)
                    : "In the index, revision " + held.article().raw().revision()
                            + ", and searchable at its next refresh";
            String newer = place == null ? letter(evidence) : place;
            return newer == null ? found : found + ". Something newer: " + newer;
        }
        String letter = letter(evidence);
        if (place != null || letter != null) {
            return place == null ? letter : place;
        }
        return passed(evidence);
    }

    private static @Nullable String letter(Evidence evidence) {
        if (evidence.letters().isEmpty()) {
            return null;
        }
        OpenLetter letter = evidence.letters().getFirst();
        return "Dead letter " + letter.origin() + " of " + letter.cause().service() + ", "
                + letter.cause().reason() + ": " + letter.message();
    }

    /** Where it waits to be read, the furthest along first. */
    private static @Nullable String waiting(Evidence evidence) {
        LogTrail trail = evidence.trail();
        if (trail == null) {
            return null;
        }
        String enriched = waiting(trail, trail.enriched(), "query-service");
        String raw = waiting(trail, trail.raw(), "enrich-service");
        String incoming = waiting(trail, trail.incoming(), "ingest-service");
        return enriched != null ? enriched : raw != null ? raw : incoming;
    }

    private static @Nullable String waiting(LogTrail trail, LogTrail.Part part, String reader) {
        ConsumerRecord<byte[], byte[]> row = part.newest();
        if (row == null || trail.positions().hasRead(part.partition(), row.offset())) {
            return null;
        }
        return "Waiting at " + Steps.place(row) + ": " + reader + " has not read it yet (lag " + Steps.lag(trail, part)
                + ")";
    }

    /** It was read everywhere, and yet it is not in the index. */
    private static @Nullable String passed(Evidence evidence) {
        LogTrail trail = evidence.trail();
        if (evidence.index() instanceof Answer.Silent silent) {
            return "Elasticsearch does not answer, so it can not be told: " + silent.reason();
        }
        if (trail == null) {
            return "Not in the index; Kafka does not answer, so no more can be told";
        }
        ConsumerRecord<byte[], byte[]> enriched = trail.enriched().newest();
        if (enriched != null) {
            return enriched.value() == null
                    ? "Removed: the newest record of news.enriched is a tombstone"
                    : "Read from news.enriched and not in the index: rebuild the index, or look whether it was deleted";
        }
        if (trail.raw().newest() != null) {
            return "In news.raw, and not enriched: order it to be enriched anew";
        }
        if (trail.incoming().newest() != null) {
            return "Seen at " + Steps.place(trail.incoming().newest())
                    + (evidence.block() == null
                            ? " and not taken: it was given up"
                            : " and not taken: no more articles of "
                                    + evidence.block().outlet() + " are");
        }
        boolean cut = trail.raw().found().isCut() || trail.enriched().found().isCut();
        return cut ? "Not found in the time there was: the log is longer than could be looked through" : null;
    }
}
