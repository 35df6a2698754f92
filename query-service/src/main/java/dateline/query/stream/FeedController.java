package dateline.query.stream;

import dateline.query.saved.SavedSearch;
import dateline.query.saved.SavedSearches;
import dateline.query.saved.SearchProblem;
import dateline.query.syndication.SyndicationSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** A feed of each saved search, for feed readers. */
@RestController
class FeedController {
    private static final MediaType ATOM = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);
    private static final MediaType RSS = new MediaType("application", "rss+xml", StandardCharsets.UTF_8);
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final SavedSearches searches;
    private final RecentAlerts alerts;
    private final SyndicationSettings syndication;

    FeedController(SavedSearches searches, RecentAlerts alerts, SyndicationSettings syndication) {
        this.searches = searches;
        this.alerts = alerts;
        this.syndication = syndication;
    }

    @GetMapping("/api/searches/{id}/feed")
    ResponseEntity<byte[]> feed(
            @PathVariable String id, @RequestParam(defaultValue = "atom") String format, WebRequest request) {
        if (!format.equals("atom") && !format.equals("rss")) {
            throw SearchProblem.invalid("format", "must be atom or rss");
        }
        SavedSearch search = searches.find(id).orElseThrow(() -> SearchProblem.unknown(id));
        if (!alerts.isComplete()) {
            throw SearchProblem.unavailable("The alerts have not been read yet.");
        }
        List<Event> events = alerts.of(search.id());
        String etag = format + "-" + search.version() + "-"
                + (events.isEmpty()
                        ? "none"
                        : events.getFirst().partition() + "-"
                                + events.getFirst().offset());
        if (request.checkNotModified(etag)) {
            return ResponseEntity.status(304).build();
        }
        String self = syndication.address() == null
                ? ServletUriComponentsBuilder.fromCurrentRequest().build().toUriString()
                : syndication.address() + "/api/searches/" + id + "/feed?format=" + format;
        String feed =
                format.equals("rss") ? FeedDocument.rss(search, events, self) : FeedDocument.atom(search, events, self);
        return ResponseEntity.ok()
                .contentType(format.equals("rss") ? RSS : ATOM)
                .cacheControl(CacheControl.maxAge(FRESH).cachePrivate())
                .body(feed.getBytes(StandardCharsets.UTF_8));
    }
}
