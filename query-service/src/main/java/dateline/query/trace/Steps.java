package dateline.query.trace;

import dateline.contract.ContractJson;
import dateline.contract.EnrichedArticle;
import dateline.contract.Headers;
import dateline.contract.Incoming;
import dateline.contract.IncomingArticle;
import dateline.contract.Origin;
import dateline.contract.OutletBlock;
import dateline.contract.RawArticle;
import dateline.contract.RecordPlace;
import dateline.contract.Takedown;
import dateline.contract.UnreadableRecord;
import dateline.query.trace.Step.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Puts into words what was found out of an article, step by step. Pure, but for the names of feeds. */
final class Steps {
    private final ContractJson json = new ContractJson();
    private final Function<String, Optional<String>> feedNames;

    Steps(Function<String, Optional<String>> feedNames) {
        this.feedNames = feedNames;
    }

    /** The steps in the order of the pipeline; of those of news.incoming the oldest first. */
    List<Step> of(Evidence evidence) {
        List<Step> steps = new ArrayList<>();
        IncomingArticle article = article(evidence);
        if (article != null) {
            steps.add(seen(article.origin()));
        }
        LogTrail trail = evidence.trail();
        if (trail == null) {
            steps.add(Step.of("incoming", State.UNKNOWN, null, "Kafka does not answer: " + evidence.silence()));
        } else {
            steps.addAll(incoming(trail));
            steps.add(raw(trail));
            steps.add(enriched(trail));
        }
        evidence.audit()
                .reversed()
                .forEach(entry -> steps.add(new Step(
                        "dead-letter",
                        State.DONE,
                        entry.at(),
                        entry.origin() + " (" + entry.reason() + ") was resolved: " + entry.action() + " by "
                                + entry.by() + (entry.why() == null ? "" : ", " + entry.why()) + "; " + entry.outcome(),
                        Map.of("origin", entry.origin()))));
        evidence.letters()
                .forEach(letter -> steps.add(new Step(
                        "dead-letter",
                        State.FAILED,
                        letter.at(),
                        letter.cause().service() + " gave up " + letter.origin() + " ("
                                + letter.cause().reason() + ", attempt " + letter.attempt() + "): " + letter.message(),
                        Map.of(
                                "origin",
                                letter.origin().toString(),
                                "group",
                                letter.cause().id()))));
        steps.add(index(evidence.index()));
        Takedown takedown = evidence.takedown();
        if (takedown != null) {
            steps.add(Step.of("takedown", State.DONE, takedown.at(), "taken down for good: " + takedown.reason()));
        }
        OutletBlock block = evidence.block();
        if (block != null) {
            steps.add(Step.of(
                    "takedown",
                    State.DONE,
                    block.at(),
                    "no more articles of " + block.outlet() + " are taken: " + block.reason()));
        }
        return steps;
    }

    /** The article as the best witness has it. */
    @Nullable
    IncomingArticle article(Evidence evidence) {
        LogTrail trail = evidence.trail();
        ConsumerRecord<byte[], byte[]> raw = trail == null ? null : trail.raw().newest();
        RawArticle newest = read(raw, RawArticle.class);
        if (newest != null && newest.article() != null) {
            return newest.article();
        }
        if (evidence.index() instanceof IndexLookup.Answer.Held held) {
            return held.article().raw().article();
        }
        if (trail != null) {
            for (ConsumerRecord<byte[], byte[]> row : trail.incoming().found().rows()) {
                if (read(row, Incoming.class) instanceof IncomingArticle article) {
                    return article;
                }
            }
        }
        return null;
    }

    private Step seen(Origin origin) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("requestedUrl", origin.requestedUrl());
        if (origin.httpStatus() != null) {
            details.put("httpStatus", origin.httpStatus());
        }
        String notes = origin.notes().isEmpty() ? "" : "; " + String.join("; ", origin.notes());
        String page = origin.httpStatus() == null ? "" : ", its page answered " + origin.httpStatus();
        String feed = origin.feedId();
        if (feed == null) {
            return new Step("seen", State.DONE, origin.seenAt(), "handed in over the API" + notes, details);
        }
        details.put("feedId", feed);
        return new Step(
                "seen",
                State.DONE,
                origin.seenAt(),
                "seen in feed " + feedNames.apply(feed).orElse(feed) + page + notes,
                details);
    }

    private List<Step> incoming(LogTrail trail) {
        List<Step> steps = new ArrayList<>();
        LogTrail.Part part = trail.incoming();
        for (ConsumerRecord<byte[], byte[]> row : part.found().rows().reversed()) {
            boolean read = trail.positions().hasRead(part.partition(), row.offset());
            String what = switch (read(row, Incoming.class)) {
                case null -> "a record that can not be read";
                case IncomingArticle article -> "a sighting, \"" + article.title() + "\"";
                case Takedown takedown -> "a takedown: " + takedown.reason();
                case OutletBlock _ -> "an order about an outlet";
            };
            steps.add(new Step(
                    "incoming",
                    read ? State.DONE : State.WAITING,
                    Instant.ofEpochMilli(row.timestamp()),
                    what + (read ? "" : ", not read yet (lag " + lag(trail, part) + ")"),
                    Map.of("place", place(row).toString())));
        }
        if (steps.isEmpty() || part.found().isCut()) {
            State state = part.found().isCut() ? State.UNKNOWN : State.MISSING;
            steps.addFirst(Step.of("incoming", state, null, nothing(part, " (which keeps seven days)")));
        }
        return steps;
    }

    private Step raw(LogTrail trail) {
        LogTrail.Part part = trail.raw();
        ConsumerRecord<byte[], byte[]> row = part.newest();
        if (row == null) {
            return missing("raw", part);
        }
        boolean read = trail.positions().hasRead(part.partition(), row.offset());
        String later = read ? "" : "; enrich-service has not read it yet (lag " + lag(trail, part) + ")";
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("place", place(row).toString());
        State state = read ? State.DONE : State.WAITING;
        Instant written = Instant.ofEpochMilli(row.timestamp());
        if (row.value() == null) {
            return new Step("raw", state, written, "a tombstone: the article was taken down" + later, details);
        }
        RawArticle article = read(row, RawArticle.class);
        if (article == null) {
            return new Step("raw", State.FAILED, written, "a record that can not be read" + later, details);
        }
        details.put("revision", article.revision());
        details.put("changes", article.changes().size());
        details.put("firstSeen", article.firstSeen());
        return new Step("raw", state, written, "revision " + article.revision() + later, details);
    }

    private Step enriched(LogTrail trail) {
        LogTrail.Part part = trail.enriched();
        ConsumerRecord<byte[], byte[]> row = part.newest();
        if (row == null) {
            return missing("enriched", part);
        }
        boolean read = trail.positions().hasRead(part.partition(), row.offset());
        String later = read ? "" : "; query-service has not read it yet (lag " + lag(trail, part) + ")";
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("place", place(row).toString());
        String from = LogTrail.header(row, Headers.RAW_PLACE);
        if (from != null) {
            details.put("madeOf", from);
        }
        State state = read ? State.DONE : State.WAITING;
        Instant written = Instant.ofEpochMilli(row.timestamp());
        if (row.value() == null) {
            return new Step("enriched", state, written, "a tombstone: the article was taken down" + later, details);
        }
        EnrichedArticle article = read(row, EnrichedArticle.class);
        if (article == null || article.raw() == null) {
            return new Step("enriched", State.FAILED, written, "a record that can not be read" + later, details);
        }
        details.put("revision", article.raw().revision());
        details.put("enrichers", article.enrichers());
        String failures = "";
        if (!article.failures().isEmpty()) {
            details.put("failures", article.failures());
            failures = ", without " + String.join(" and ", article.failures().keySet());
        }
        return new Step("enriched", state, written, "revision " + article.raw().revision() + failures + later, details);
    }

    private static Step index(IndexLookup.Answer answer) {
        return switch (answer) {
            case IndexLookup.Answer.Unknown _ -> Step.of("index", State.MISSING, null, "not in the index");
            case IndexLookup.Answer.Silent silent ->
                Step.of("index", State.UNKNOWN, null, "Elasticsearch does not answer: " + silent.reason());
            case IndexLookup.Answer.Held held -> {
                Map<String, Object> details = new LinkedHashMap<>();
                details.put("index", held.index());
                details.put("version", held.version());
                details.put("revision", held.article().raw().revision());
                if (held.source() != null) {
                    details.put("madeOf", held.source());
                }
                yield new Step(
                        "index",
                        held.searchable() ? State.DONE : State.WAITING,
                        held.article().enrichedAt(),
                        "revision " + held.article().raw().revision() + " in " + held.index()
                                + (held.searchable() ? "" : ", searchable at the next refresh"),
                        details);
            }
        };
    }

    private static Step missing(String step, LogTrail.Part part) {
        State state = part.found().isCut() ? State.UNKNOWN : State.MISSING;
        return Step.of(step, state, null, nothing(part, ""));
    }

    private static String nothing(LogTrail.Part part, String aside) {
        LogScan.Found found = part.found();
        if (part.partitions() == 0) {
            return "there is no topic " + part.partition().topic() + " yet";
        }
        String where = part.partition() + aside;
        return found.isCut()
                ? "time was up: " + where + " was looked at from offset " + found.from() + " to " + found.end()
                        + " only, not from " + found.begin()
                : "no record in " + where;
    }

    static long lag(LogTrail trail, LogTrail.Part part) {
        return Math.max(
                0,
                part.found().end()
                        - trail.positions()
                                .of(part.partition())
                                .orElse(part.found().begin()));
    }

    static RecordPlace place(ConsumerRecord<byte[], byte[]> row) {
        return new RecordPlace(row.topic(), row.partition(), row.offset());
    }

    private <T> @Nullable T read(@Nullable ConsumerRecord<byte[], byte[]> row, Class<T> type) {
        try {
            return row == null || row.value() == null ? null : json.read(row.value(), type);
        } catch (UnreadableRecord e) {
            return null;
        }
    }
}
