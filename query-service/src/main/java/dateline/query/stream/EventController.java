package dateline.query.stream;

import dateline.query.saved.SavedSearch;
import dateline.query.saved.SavedSearches;
import dateline.query.saved.SearchProblem;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Alerts as server-sent events, of one saved search or of all. */
@RestController
class EventController {
    private final SavedSearches searches;
    private final Subscriptions subscriptions;

    EventController(SavedSearches searches, Subscriptions subscriptions) {
        this.searches = searches;
        this.subscriptions = subscriptions;
    }

    @GetMapping("/api/events")
    ResponseEntity<SseEmitter> all(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
        return stream(event -> true, lastEventId);
    }

    @GetMapping("/api/searches/{id}/events")
    ResponseEntity<SseEmitter> one(
            @PathVariable String id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
        SavedSearch search = searches.find(id).orElseThrow(() -> SearchProblem.unknown(id));
        return stream(event -> event.alert().search().equals(search.id()), lastEventId);
    }

    private ResponseEntity<SseEmitter> stream(Predicate<Event> wanted, @Nullable String lastEventId) {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .cacheControl(CacheControl.noStore())
                // Proxies that gather answers would hold events back.
                .header("X-Accel-Buffering", "no")
                .body(subscriptions.open(wanted, lastEventId));
    }
}
