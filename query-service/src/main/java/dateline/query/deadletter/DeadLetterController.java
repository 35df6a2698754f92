package dateline.query.deadletter;

import dateline.access.Caller;
import dateline.access.audit.AuditFilter;
import dateline.contract.Headers;
import dateline.query.deadletter.Workbench.Request;
import dateline.query.deadletter.Workbench.Result;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code /api/dead-letters}. A letter's name is its origin. Whatever changes something takes JSON only, so that no page
 * of another site can have a browser send it.
 */
@RestController
@RequestMapping("/api/dead-letters")
class DeadLetterController {
    /** Who acts, as they call themselves; see {@link Caller#actor}. */
    static final String BY = AuditFilter.CLAIMED;

    private static final int LARGEST_PAGE = 500;
    static final int FASTEST = 1000;

    private final LetterView view;
    private final LetterLog log;
    private final Workbench workbench;
    private final GroupWorks works;
    private final DeadLetterSettings settings;

    DeadLetterController(
            LetterView view, LetterLog log, Workbench workbench, GroupWorks works, DeadLetterSettings settings) {
        this.view = view;
        this.log = log;
        this.workbench = workbench;
        this.works = works;
        this.settings = settings;
    }

    /** What a request to act says: why, and for a group how fast and whether really all are meant. */
    record Wish(
            @Nullable String reason,
            @Nullable Integer rate,
            @Nullable Boolean all,
            @Nullable String group,
            @Nullable String topic,
            @Nullable String service,
            @Nullable String cause,
            @Nullable String article,
            @Nullable JsonNode payload) {
        LetterFilter filter() {
            return new LetterFilter(group, topic, service, cause, article, null);
        }
    }

    @GetMapping
    LetterList list(
            @ModelAttribute LetterFilter filter,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size)
            throws InterruptedException {
        checkPage(page, size);
        view.awaitComplete(settings.patience());
        return LetterList.of(view.find(filter), page, size, view.isComplete(), view.leftOut());
    }

    @GetMapping("/{origin}")
    LetterDetail letter(@PathVariable String origin) {
        OpenLetter letter = find(origin);
        ConsumerRecord<byte[], byte[]> row = row(letter);
        return new LetterDetail(
                letter,
                OpenLetter.header(row, Headers.DEAD_MESSAGE),
                OpenLetter.header(row, Headers.DEAD_STACK),
                LetterDetail.headers(row),
                LetterPayload.of(row.value()),
                view.audit(entry -> entry.articles().stream().anyMatch(letter.articles()::contains)));
    }

    /** The record byte for byte. */
    @GetMapping(path = "/{origin}/payload", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    byte[] payload(@PathVariable String origin) {
        return row(find(origin)).value();
    }

    @PostMapping(path = "/{origin}/retry", consumes = MediaType.APPLICATION_JSON_VALUE)
    Result retry(@PathVariable String origin, @RequestBody Wish wish, HttpServletRequest http) {
        return only(workbench.retry(List.of(find(origin)), request(wish, http)));
    }

    @PostMapping(path = "/{origin}/edit", consumes = MediaType.APPLICATION_JSON_VALUE)
    Result edit(@PathVariable String origin, @RequestBody Wish wish, HttpServletRequest http) {
        if (wish.payload() == null) {
            throw LetterProblem.invalid("payload", "is missing");
        }
        byte[] payload = JsonMapper.shared().writeValueAsBytes(wish.payload());
        return only(List.of(workbench.edit(find(origin), payload, request(wish, http))));
    }

    @PostMapping(path = "/{origin}/discard", consumes = MediaType.APPLICATION_JSON_VALUE)
    Result discard(@PathVariable String origin, @RequestBody Wish wish, HttpServletRequest http) {
        requireReason(wish);
        return only(workbench.discard(List.of(find(origin)), request(wish, http)));
    }

    @PostMapping(path = "/retry", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<GroupWork.Progress> retryGroup(@RequestBody Wish wish, HttpServletRequest http)
            throws InterruptedException {
        return begin("retry", wish, http, workbench::retry);
    }

    @PostMapping(path = "/discard", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<GroupWork.Progress> discardGroup(@RequestBody Wish wish, HttpServletRequest http)
            throws InterruptedException {
        requireReason(wish);
        return begin("discard", wish, http, workbench::discard);
    }

    private ResponseEntity<GroupWork.Progress> begin(
            String action, Wish wish, HttpServletRequest http, BiFunction<List<OpenLetter>, Request, List<Result>> how)
            throws InterruptedException {
        int rate = wish.rate() == null ? settings.rate() : wish.rate();
        if (rate < 1 || rate > FASTEST) {
            throw LetterProblem.invalid("rate", "is letters a second, from 1 to " + FASTEST);
        }
        if (wish.filter().isAll() != Boolean.TRUE.equals(wish.all())) {
            throw LetterProblem.invalid(
                    "all", "must be true to mean every letter, and is not given beside a condition");
        }
        view.awaitComplete(settings.patience());
        GroupWork work = works.begin(action, view.find(wish.filter()), rate, request(wish, http), how);
        GroupWork.Progress progress = work.progress();
        return ResponseEntity.accepted()
                .location(URI.create("/api/dead-letters/retries/" + progress.id()))
                .body(progress);
    }

    @GetMapping("/retries")
    List<GroupWork.Progress> works() {
        return works.all();
    }

    @GetMapping("/retries/{id}")
    GroupWork.Progress work(@PathVariable String id) {
        return findWork(id).progress();
    }

    @DeleteMapping("/retries/{id}")
    GroupWork.Progress cancel(@PathVariable String id) {
        GroupWork work = findWork(id);
        work.cancel();
        return work.progress();
    }

    /** A page of the audit trail. */
    record AuditPage(int total, int page, int size, List<AuditEntry> entries) {}

    @GetMapping("/audit")
    AuditPage audit(
            @RequestParam(required = false) @Nullable String article,
            @RequestParam(required = false) @Nullable String origin,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size)
            throws InterruptedException {
        checkPage(page, size);
        view.awaitComplete(settings.patience());
        List<AuditEntry> all =
                view.audit(entry -> (article == null || entry.articles().contains(article))
                        && (origin == null || entry.origin().equals(origin)));
        return new AuditPage(
                all.size(),
                page,
                size,
                all.stream().skip((long) page * size).limit(size).toList());
    }

    private GroupWork findWork(String id) {
        return works.find(id)
                .orElseThrow(() -> LetterProblem.unknown(
                        "This instance does not know a retry " + id + "; another may, or it has ended long ago"));
    }

    private OpenLetter find(String origin) {
        return view.find(origin).orElseThrow(() -> {
            List<AuditEntry> done = view.audit(entry -> entry.origin().equals(origin));
            if (done.isEmpty()) {
                return LetterProblem.unknown("There is no open dead letter " + origin);
            }
            AuditEntry last = done.getFirst();
            return LetterProblem.conflict(
                    origin + " is resolved: " + last.action() + " by " + last.by() + " at " + last.at());
        });
    }

    private ConsumerRecord<byte[], byte[]> row(OpenLetter letter) {
        ConsumerRecord<byte[], byte[]> row = log.read(letter.place());
        if (row == null) {
            throw LetterProblem.unknown("The bytes of " + letter.origin() + " are gone: it was just resolved");
        }
        return row;
    }

    private static Result only(List<Result> results) {
        Result result = results.getFirst();
        if (!result.done()) {
            throw LetterProblem.conflict(result.origin() + ": " + result.outcome());
        }
        return result;
    }

    private static void requireReason(Wish wish) {
        if (wish.reason() == null || wish.reason().isBlank()) {
            throw LetterProblem.invalid("reason", "is missing: what is discarded is gone, so say why");
        }
    }

    private static void checkPage(int page, int size) {
        if (page < 0) {
            throw LetterProblem.invalid("page", "counts from 0");
        }
        if (size < 0 || size > LARGEST_PAGE) {
            throw LetterProblem.invalid("size", "must be from 0 to " + LARGEST_PAGE);
        }
    }

    private static Request request(Wish wish, HttpServletRequest http) {
        return new Request(
                Caller.actor(http, http.getHeader(BY)),
                wish.reason() == null || wish.reason().isBlank()
                        ? null
                        : wish.reason().strip());
    }
}
