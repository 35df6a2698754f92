package dateline.ingest.takedown;

import dateline.contract.ArticleId;
import dateline.contract.CanonicalUrl;
import dateline.contract.OutletBlock;
import dateline.contract.Takedown;
import dateline.ingest.problem.InvalidField;
import dateline.ingest.submit.IncomingPublisher;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Takedowns by address and by outlet. Both are orders that the reviser carries out, as the one by id is. */
@RestController
class TakedownController {
    private static final int REMEMBERED = 50;
    private static final int LONGEST_OUTLET = 200;

    private final IncomingPublisher publisher;
    private final RecordScan scan;
    private final InstantSource clock;
    private final Map<String, OutletTakedown> begun = new LinkedHashMap<>();

    TakedownController(IncomingPublisher publisher, RecordScan scan, InstantSource clock) {
        this.publisher = publisher;
        this.scan = scan;
        this.clock = clock;
    }

    /** An article whose takedown is ordered. */
    record Ordered(String id, String url) {}

    /** Takes one article down by any spelling of its address, also before it was ever seen. */
    @DeleteMapping(
            path = "/api/articles",
            params = {"url", "!outlet"})
    ResponseEntity<Ordered> byUrl(@RequestParam String url, @RequestParam(defaultValue = "") String reason) {
        CanonicalUrl canonical = canonical(url);
        Takedown order = new Takedown(ArticleId.of(canonical), reason(reason), clock.instant());
        publisher.publish(List.of(order));
        return ResponseEntity.accepted().body(new Ordered(order.id(), canonical.value()));
    }

    /**
     * Takes all articles of an outlet down, in the background.
     *
     * @param block whether to take no more of them from now on
     */
    @DeleteMapping(
            path = "/api/articles",
            params = {"outlet", "!url"})
    ResponseEntity<OutletTakedown.Progress> byOutlet(
            @RequestParam String outlet,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean block) {
        String id = UUID.randomUUID().toString().substring(0, 8);
        OutletTakedown takedown = new OutletTakedown(id, outlet(outlet), reason(reason), block, scan, publisher, clock);
        synchronized (begun) {
            begun.put(id, takedown);
            if (begun.size() > REMEMBERED) {
                begun.remove(begun.keySet().iterator().next());
            }
        }
        Thread.ofVirtual().name("takedown-" + id).start(takedown::run);
        return ResponseEntity.accepted()
                .location(URI.create("/api/articles/takedowns/" + id))
                .body(takedown.progress());
    }

    /** One of the two says what is meant. */
    @DeleteMapping("/api/articles")
    void neither() {
        throw new InvalidField("url", "or outlet is wanted, one of them");
    }

    @GetMapping("/api/articles/takedowns")
    List<OutletTakedown.Progress> all() {
        synchronized (begun) {
            return begun.values().stream().map(OutletTakedown::progress).toList();
        }
    }

    @GetMapping("/api/articles/takedowns/{id}")
    OutletTakedown.Progress one(@PathVariable String id) {
        synchronized (begun) {
            OutletTakedown found = begun.get(id);
            if (found == null) {
                throw new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "This instance does not know a takedown " + id
                                + "; another may. The same order given again does no harm.");
            }
            return found.progress();
        }
    }

    /** Takes articles of the outlet again; those taken down stay down. */
    @DeleteMapping("/api/outlets/{outlet}/block")
    ResponseEntity<Void> unblock(@PathVariable String outlet, @RequestParam(defaultValue = "") String reason) {
        publisher.publishToAll(new OutletBlock(outlet(outlet), false, reason(reason), clock.instant()));
        return ResponseEntity.accepted().build();
    }

    private static CanonicalUrl canonical(String url) {
        try {
            return CanonicalUrl.of(url);
        } catch (IllegalArgumentException e) {
            throw new InvalidField("url", "can not be used: " + e.getMessage());
        }
    }

    private static String outlet(@Nullable String outlet) {
        if (outlet == null || outlet.isBlank() || outlet.length() > LONGEST_OUTLET) {
            throw new InvalidField("outlet", "is not an outlet's id, such as example.org");
        }
        return outlet.strip();
    }

    private static String reason(String reason) {
        if (reason.isBlank()) {
            throw new InvalidField("reason", "is empty; a takedown is final and needs one");
        }
        return reason.strip();
    }
}
