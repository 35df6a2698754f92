package dateline.ingest.websub;

import dateline.ingest.fetch.FetchProperties;
import dateline.ingest.subscribe.FeedDirectory;
import dateline.ingest.subscribe.FeedView;
import dateline.ingest.subscribe.HubNotice;
import dateline.ingest.subscribe.HubSubscription;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where hubs call. Any instance can answer: subscriptions are known from the log, and what a hub says goes there. A
 * delivery is believed to say when a feed has news, never what the news are, see decision 5.
 */
@RestController
@RequestMapping("/websub/{feedId}/{token}")
class HubCallback {
    private static final Logger LOG = LoggerFactory.getLogger(HubCallback.class);
    private static final Duration LONGEST_LEASE = Duration.ofDays(365);

    /** A subscription and its feed. */
    private record Known(FeedView feed, HubSubscription hub) {}

    private final WebSubProperties properties;
    private final FeedDirectory directory;
    private final HubNoticeLog log;
    private final MeterRegistry metrics;
    private final InstantSource clock;
    private final int largest;

    HubCallback(
            WebSubProperties properties,
            FeedDirectory directory,
            HubNoticeLog log,
            MeterRegistry metrics,
            FetchProperties fetching,
            InstantSource clock) {
        this.properties = properties;
        this.directory = directory;
        this.log = log;
        this.metrics = metrics;
        this.clock = clock;
        this.largest = (int) fetching.maxBody().toBytes();
    }

    /** Confirms what was asked for and nothing else (section 5.3), and takes note of a refusal (section 5.2). */
    @GetMapping
    ResponseEntity<String> verify(
            @PathVariable String feedId,
            @PathVariable String token,
            @RequestParam(name = "hub.mode", defaultValue = "") String mode,
            @RequestParam(name = "hub.topic", defaultValue = "") String topic,
            @RequestParam(name = "hub.challenge", defaultValue = "") String challenge,
            @RequestParam(name = "hub.lease_seconds", defaultValue = "0") String leaseSeconds,
            @RequestParam(name = "hub.reason", defaultValue = "") String reason) {
        Known known = find(feedId, token).orElse(null);
        if (known == null || !known.hub().topic().equals(topic)) {
            return ResponseEntity.notFound().build();
        }
        Instant now = clock.instant();
        switch (mode) {
            case "subscribe" -> {
                if (challenge.isEmpty()) {
                    return ResponseEntity.notFound().build();
                }
                note(known, HubNotice.LEASE, new HubNotice(token, now, now.plus(lease(leaseSeconds))));
                return ResponseEntity.ok()
                        .contentType(MediaType.TEXT_PLAIN)
                        .header("X-Content-Type-Options", "nosniff")
                        .body(challenge);
            }
            case "denied" -> {
                LOG.info("{} refuses to push {}: {}", known.hub().hub(), topic, oneLine(reason));
                note(known, HubNotice.LEASE, new HubNotice(token, now, null));
                return ResponseEntity.ok("");
            }
            // We never ask to end a subscription: it lapses.
            default -> {
                return ResponseEntity.notFound().build();
            }
        }
    }

    /** Takes a delivery. One that is not signed is answered like any other (section 7.1), and ignored. */
    @PostMapping
    ResponseEntity<Void> deliver(
            @PathVariable String feedId,
            @PathVariable String token,
            @RequestHeader(name = "X-Hub-Signature", required = false) @Nullable String signature,
            HttpServletRequest request)
            throws IOException {
        Known known = find(feedId, token).orElse(null);
        if (known == null) {
            count("unknown");
            return ResponseEntity.status(HttpStatus.GONE).build();
        }
        byte[] body = request.getInputStream().readNBytes(largest + 1);
        if (body.length > largest) {
            count("too_large");
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        if (HubSignature.holds(signature, body, known.hub().secret())) {
            note(known, HubNotice.PUSH, new HubNotice(token, clock.instant(), null));
            count("taken");
        } else {
            count("unsigned");
        }
        return ResponseEntity.accepted().build();
    }

    private Optional<Known> find(String feedId, String token) {
        if (!properties.enabled()) {
            return Optional.empty();
        }
        return directory
                .find(feedId)
                .flatMap(feed -> directory.hubs().subscription(feedId).map(hub -> new Known(feed, hub)))
                .filter(known -> MessageDigest.isEqual(
                        known.hub().token().getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8)));
    }

    private void note(Known known, String kind, HubNotice notice) {
        log.write(known.feed().feed(), kind, notice, directory.partitions());
    }

    private void count(String outcome) {
        metrics.counter("dateline.websub.pushes", "outcome", outcome).increment();
    }

    /** What the hub grants, or what was asked for where it does not say. */
    private Duration lease(String seconds) {
        boolean number = seconds.matches("\\d{1,9}") && !seconds.matches("0+");
        Duration granted = number ? Duration.ofSeconds(Long.parseLong(seconds)) : properties.lease();
        return granted.compareTo(LONGEST_LEASE) > 0 ? LONGEST_LEASE : granted;
    }

    private static String oneLine(String text) {
        return text.substring(0, Math.min(text.length(), 200)).replaceAll("\\p{Cntrl}", " ");
    }
}
