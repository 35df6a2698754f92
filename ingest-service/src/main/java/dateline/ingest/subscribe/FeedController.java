package dateline.ingest.subscribe;

import dateline.contract.CanonicalUrl;
import dateline.ingest.problem.InvalidField;
import dateline.ingest.subscribe.FeedDiscovery.Candidate;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Subscriptions over HTTP. What is wrong with a request is said in a problem detail that names the field. */
@RestController
@RequestMapping("/api/feeds")
class FeedController {
    /**
     * A feed that was added.
     *
     * @param alternatives other feeds that were found at the address
     */
    record Added(FeedResource feed, List<Candidate> alternatives) {}

    /** What became of an import. */
    record Imported(int added, int existing, List<NotImported> failed) {}

    /** A line of an import that could not be taken. */
    record NotImported(String url, String field, String reason) {}

    private final FeedDirectory directory;
    private final FeedRegistry registry;
    private final FeedDiscovery discovery;
    private final InstantSource clock;

    FeedController(FeedDirectory directory, FeedRegistry registry, FeedDiscovery discovery, InstantSource clock) {
        this.directory = directory;
        this.registry = registry;
        this.discovery = discovery;
        this.clock = clock;
    }

    @GetMapping
    FeedListing.FeedList list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String outlet,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return FeedListing.of(directory.all(), new FeedListing.Query(state, outlet, q, sort, page, size));
    }

    /** How many feeds there are and how they stand. */
    @GetMapping("/summary")
    FeedSummary summary() {
        return FeedSummary.of(directory.all());
    }

    @GetMapping("/{id}")
    FeedResource get(@PathVariable String id) {
        return FeedResource.of(find(id));
    }

    /**
     * Subscribes to a feed by its own address or by its site's. {@code "check": false} takes the address as it is,
     * without asking the server.
     */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Added> add(@RequestBody Map<String, @Nullable Object> body) {
        Object check = body.remove("check");
        FeedForm form = new FeedForm(body);
        String url = form.url();
        refuseTwice(url);
        List<Candidate> found = Boolean.FALSE.equals(check) ? List.of(new Candidate(url, null)) : discovery.find(url);
        Candidate best = found.getFirst();
        Subscription feed = form.create(best.url(), best.title(), clock.instant());
        if (!best.url().equals(url)) {
            refuseTwice(best.url());
        }
        registry.put(feed);
        FeedResource resource = FeedResource.of(FeedView.of(feed, null, clock.instant()));
        return ResponseEntity.created(URI.create("/api/feeds/" + feed.id()))
                .body(new Added(resource, found.subList(1, found.size())));
    }

    private void refuseTwice(String url) {
        String id = FeedId.of(url);
        if (directory.find(id).isPresent()) {
            throw new FeedConflict(
                    "The feed at " + CanonicalUrl.of(url).value() + " is there already: /api/feeds/" + id, id);
        }
    }

    @PatchMapping("/{id}")
    FeedResource change(@PathVariable String id, @RequestBody Map<String, @Nullable Object> body) {
        if (body.containsKey("url")) {
            throw new InvalidField("url", "can not be changed: add the new address and remove this feed");
        }
        return update(id, new FeedForm(body)::change);
    }

    @PostMapping("/{id}/pause")
    FeedResource pause(@PathVariable String id) {
        return update(id, feed -> feed.withPaused(true));
    }

    @PostMapping("/{id}/resume")
    FeedResource resume(@PathVariable String id) {
        return update(id, feed -> feed.withPaused(false));
    }

    /** Asks its owner to poll it at once, that is, when its site's turn has come. */
    @PostMapping("/{id}/poll")
    ResponseEntity<FeedResource> poll(@PathVariable String id) {
        if (find(id).feed().paused()) {
            throw new FeedConflict("The feed is paused: resume it first", id);
        }
        return ResponseEntity.accepted().body(update(id, feed -> feed.withPollRequested(clock.instant())));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(@PathVariable String id) {
        registry.remove(find(id).feed());
        return ResponseEntity.noContent().build();
    }

    private FeedResource update(String id, UnaryOperator<Subscription> change) {
        Subscription next = change.apply(find(id).feed());
        registry.put(next);
        return FeedResource.of(directory.find(id).orElseGet(() -> FeedView.of(next, null, clock.instant())));
    }

    private FeedView find(String id) {
        return directory.find(id).orElseThrow(() -> new FeedNotFound(id));
    }

    @GetMapping(path = "/opml", produces = "text/x-opml;charset=UTF-8")
    String exportOpml() {
        List<FeedView> all = directory
                .all()
                .sorted(Comparator.comparing(view -> view.feed().url()))
                .toList();
        return Opml.write(all, clock.instant());
    }

    /** Adds what an OPML document lists and is not there yet; servers are not asked, polling will tell. */
    @PostMapping("/opml")
    Imported importOpml(@RequestBody String opml) {
        List<Map<String, @Nullable Object>> lines = Opml.read(opml);
        if (lines.isEmpty()) {
            throw new InvalidField("body", "holds no outline with an xmlUrl");
        }
        int existing = 0;
        Map<String, Subscription> added = new LinkedHashMap<>();
        List<NotImported> failed = new ArrayList<>();
        for (Map<String, @Nullable Object> line : lines) {
            try {
                FeedForm form = new FeedForm(line);
                String url = form.url();
                String id = FeedId.of(url);
                if (directory.find(id).isPresent() || added.containsKey(id)) {
                    existing++;
                } else {
                    added.put(id, form.create(url, null, clock.instant()));
                }
            } catch (InvalidField e) {
                failed.add(new NotImported(String.valueOf(line.get("url")), e.field(), String.valueOf(e.getMessage())));
            }
        }
        registry.putAll(List.copyOf(added.values()));
        return new Imported(added.size(), existing, failed);
    }
}
