package dateline.enrich.replay;

import dateline.contract.ArticleId;
import dateline.contract.ContractJson;
import dateline.contract.ReplayOrder;
import dateline.contract.Topic;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/replays}: orders to enrich articles anew. Any instance answers; the partitions' owners do the work. */
@RestController
@RequestMapping("/api/replays")
class ReplayController {
    private static final int MAX_REASON = 1_000;
    private static final int MAX_OUTLETS = 1_000;

    private final ReplayBoard board;
    private final KafkaOperations<String, byte[]> kafka;
    private final ReplayProperties properties;
    private final InstantSource clock;
    private final ContractJson json = new ContractJson();

    ReplayController(
            ReplayBoard board,
            KafkaOperations<String, byte[]> kafka,
            ReplayProperties properties,
            InstantSource clock) {
        this.board = board;
        this.kafka = kafka;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * What is asked for; nothing selected means every article.
     *
     * @param from seen first at this time or later; a date means its beginning in UTC
     * @param to seen first before this time; a date means its end
     * @param outlets ids of outlets
     * @param articles ids of articles
     * @param dryRun whether only to say what would change
     * @param reason why, for the record
     */
    record Request(
            @Nullable String from,
            @Nullable String to,
            @Nullable List<String> outlets,
            @Nullable List<String> articles,
            @Nullable Boolean dryRun,
            @Nullable String reason) {}

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    ReplayStatus order(@RequestBody(required = false) @Nullable Request asked) {
        Request request = asked == null ? new Request(null, null, null, null, null, null) : asked;
        Instant from = request.from() == null ? null : instant("from", request.from(), false);
        Instant to = request.to() == null ? null : instant("to", request.to(), true);
        if (from != null && to != null && !from.isBefore(to)) {
            throw invalid("to", "is not after from");
        }
        List<String> outlets = request.outlets() == null ? List.of() : request.outlets();
        if (outlets.size() > MAX_OUTLETS || outlets.stream().anyMatch(id -> id == null || id.isBlank())) {
            throw invalid("outlets", "must be at most " + MAX_OUTLETS + " ids, none of them empty");
        }
        List<String> articles = request.articles() == null ? List.of() : request.articles();
        if (articles.size() > properties.maxArticles()) {
            throw invalid("articles", "must be at most " + properties.maxArticles() + " ids");
        }
        if (!articles.stream().allMatch(id -> id != null && ArticleId.isValid(id))) {
            throw invalid("articles", "must hold article ids, of 32 hexadecimal digits each");
        }
        String reason = request.reason() == null ? "" : request.reason().strip();
        if (reason.length() > MAX_REASON) {
            throw invalid("reason", "must have at most " + MAX_REASON + " characters");
        }
        ReplayOrder order = new ReplayOrder(
                "replay-" + UUID.randomUUID().toString().substring(0, 13),
                new ReplayOrder.Selection(from, to, outlets, articles),
                Boolean.TRUE.equals(request.dryRun()),
                reason,
                clock.instant());
        write(order);
        return ReplayStatus.of(order, List.of(), partitions(), clock.instant());
    }

    @GetMapping
    Map<String, List<ReplayStatus>> all() {
        int partitions = partitions();
        return Map.of(
                "replays",
                board.orders().stream()
                        .map(order -> ReplayStatus.of(order, board.progress(order), partitions, clock.instant())
                                .brief())
                        .toList());
    }

    @GetMapping("/{id}")
    ReplayStatus one(@PathVariable String id) {
        ReplayOrder order = existing(id);
        return ReplayStatus.of(order, board.progress(order), partitions(), clock.instant());
    }

    /** Calls it off: within a second no more is written. What was written stays. */
    @DeleteMapping("/{id}")
    ReplayStatus cancel(@PathVariable String id) {
        ReplayOrder order = existing(id);
        if (one(id).state() == ReplayStatus.State.FINISHED) {
            throw problem(HttpStatus.CONFLICT, "Already finished", "The replay " + id + " has finished.");
        }
        if (order.cancelledAt() == null) {
            order = order.cancelled(clock.instant());
            write(order);
        }
        return ReplayStatus.of(order, board.progress(order), partitions(), clock.instant());
    }

    @ExceptionHandler({org.springframework.kafka.KafkaException.class, org.apache.kafka.common.KafkaException.class})
    ProblemDetail kafkaIsAway() {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "Kafka did not take the order; give it again later.");
        problem.setTitle("Kafka is away");
        return problem;
    }

    private void write(ReplayOrder order) {
        kafka.executeInTransaction(transaction ->
                transaction.send(new ProducerRecord<>(Topic.REPLAYS.topicName(), order.id(), json.write(order))));
        board.note(order);
    }

    private int partitions() {
        return board.partitions();
    }

    private ReplayOrder existing(String id) {
        return board.order(id)
                .orElseThrow(() -> problem(
                        HttpStatus.NOT_FOUND,
                        "No such replay",
                        "There is no replay " + (id.length() > 64 ? id.substring(0, 64) : id) + "."));
    }

    private static Instant instant(String field, String value, boolean wholeDay) {
        try {
            if (value.length() <= 10) {
                LocalDate day = LocalDate.parse(value);
                return (wholeDay ? day.plusDays(1) : day).atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            throw invalid(field, "must be a date such as 2026-04-21 or a time such as 2026-04-21T09:00:00Z");
        }
    }

    private static ErrorResponseException invalid(String field, String reason) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, field + " " + reason);
        problem.setTitle("Invalid field");
        problem.setProperty("field", field);
        return new ErrorResponseException(HttpStatus.BAD_REQUEST, problem, null);
    }

    private static ErrorResponseException problem(HttpStatus status, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        return new ErrorResponseException(status, problem, null);
    }
}
