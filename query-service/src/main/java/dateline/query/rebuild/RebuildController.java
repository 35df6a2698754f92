package dateline.query.rebuild;

import dateline.query.index.IndexSettings;
import dateline.query.index.StoreUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/rebuilds}: indexes built anew. Any instance answers. */
@RestController
@RequestMapping("/api/rebuilds")
class RebuildController {
    private static final int MAX_REASON = 1_000;

    private final Rebuilds rebuilds;
    private final Indexes indexes;
    private final LogOffsets log;
    private final IndexSettings settings;
    private final Clock clock = Clock.systemUTC();

    RebuildController(Rebuilds rebuilds, Indexes indexes, LogOffsets log, IndexSettings settings) {
        this.rebuilds = rebuilds;
        this.indexes = indexes;
        this.log = log;
        this.settings = settings;
    }

    /** Why an index is built anew. */
    record Request(@Nullable String reason) {}

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    RebuildStatus begin(@RequestBody(required = false) @Nullable Request asked) {
        String reason = asked == null || asked.reason() == null ? "" : asked.reason();
        if (reason.length() > MAX_REASON) {
            reason = reason.substring(0, MAX_REASON);
        }
        return status(rebuilds.begin(reason).name());
    }

    @GetMapping
    Map<String, List<RebuildStatus>> all() {
        List<BuiltIndex> all = indexes.all();
        return Map.of(
                "rebuilds",
                all.stream()
                        .filter(index -> index.history() != null
                                && !index.history().token().isEmpty())
                        .map(index -> status(index, all))
                        .toList()
                        .reversed());
    }

    @GetMapping("/{id}")
    RebuildStatus one(@PathVariable String id) {
        return status(id);
    }

    /** Compares it with the log once more. */
    @PostMapping("/{id}/verify")
    @ResponseStatus(HttpStatus.ACCEPTED)
    RebuildStatus verify(@PathVariable String id) {
        rebuilds.verifyAgain(existing(id));
        return status(id);
    }

    /** Puts it behind the alias. */
    @PostMapping("/{id}/switch")
    RebuildStatus switchTo(@PathVariable String id) {
        rebuilds.switchTo(existing(id));
        return status(id);
    }

    /** Puts the index that was there before back behind the alias. */
    @PostMapping("/{id}/back-out")
    RebuildStatus backOut(@PathVariable String id) {
        BuiltIndex index = existing(id);
        if (!index.live()) {
            throw new Rebuilds.NotNow(id + " is not behind the alias.");
        }
        rebuilds.switchTo(former(index));
        return status(id);
    }

    /** Cancels it, or removes it after it was backed out of. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(@PathVariable String id) {
        rebuilds.drop(existing(id));
    }

    /** Removes the index it took the place of. */
    @DeleteMapping("/{id}/old")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dropOld(@PathVariable String id) {
        rebuilds.drop(former(existing(id)));
    }

    private BuiltIndex existing(String id) {
        return indexes.find(id)
                .filter(index ->
                        index.history() != null && !index.history().token().isEmpty())
                .orElseThrow(() -> new Rebuilds.NoSuchRebuild(id));
    }

    private BuiltIndex former(BuiltIndex index) {
        String from = index.history() == null ? "" : index.history().from();
        return indexes.find(from).orElseThrow(() -> new Rebuilds.NotNow(from + " is not there any more."));
    }

    private RebuildStatus status(String id) {
        BuiltIndex index = existing(id);
        return status(index, indexes.all());
    }

    private RebuildStatus status(BuiltIndex index, List<BuiltIndex> all) {
        BuiltIndex.History history = index.history();
        if (history == null) {
            throw new Rebuilds.NoSuchRebuild(index.name());
        }
        Map<Integer, Long> beginnings = log.beginnings();
        Map<Integer, Long> read = log.read(index.group(settings.group()));
        boolean done = index.live() && history.state() == BuiltIndex.State.SETTLED;
        List<RebuildStatus.Part> parts = log.ends().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(end -> {
                    long first = beginnings.getOrDefault(end.getKey(), 0L);
                    long total = end.getValue() - first;
                    // The live listener has taken over.
                    long at = done ? total : Math.max(0, read.getOrDefault(end.getKey(), first) - first);
                    return new RebuildStatus.Part(end.getKey(), at, total);
                })
                .toList();
        long readAll = parts.stream().mapToLong(RebuildStatus.Part::read).sum();
        long total = parts.stream().mapToLong(RebuildStatus.Part::total).sum();
        boolean building = history.state() == BuiltIndex.State.BUILDING;
        double seconds = Duration.between(history.startedAt(), clock.instant()).toMillis() / 1000.0;
        Double perSecond = building && seconds > 0 ? Math.round(readAll / seconds * 10) / 10.0 : null;
        return new RebuildStatus(
                index.name(),
                history.state(),
                index.live(),
                history.from(),
                all.stream().anyMatch(other -> other.name().equals(history.from())),
                history.reason(),
                history.startedAt(),
                history.caughtUpAt(),
                history.switchedAt(),
                indexes.count(index.name()),
                readAll,
                total,
                perSecond,
                perSecond == null || perSecond == 0 ? null : Math.round(Math.max(0, total - readAll) / perSecond),
                parts,
                history.verification());
    }

    @ExceptionHandler
    ProblemDetail missing(Rebuilds.NoSuchRebuild e) {
        return problem(HttpStatus.NOT_FOUND, "No such rebuild", e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail notNow(Rebuilds.NotNow e) {
        return problem(HttpStatus.CONFLICT, "Not now", e.getMessage());
    }

    @ExceptionHandler({StoreUnavailable.class, KafkaException.class})
    ProblemDetail away(RuntimeException e) {
        return problem(HttpStatus.SERVICE_UNAVAILABLE, "Elasticsearch or Kafka is away", e.getMessage());
    }

    private static ProblemDetail problem(HttpStatus status, String title, @Nullable String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail == null ? title : detail);
        problem.setTitle(title);
        return problem;
    }
}
