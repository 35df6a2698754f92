package dateline.ingest.fetch;

import dateline.contract.CanonicalUrl;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What sites' robots.txt allow, kept for a day at most (RFC 9309): without one (4xx) everything is allowed, from a
 * server with a problem (5xx, no answer) nothing is.
 */
@Component
public final class RobotsCache {
    /** Whether a page may be fetched. */
    public enum Verdict {
        ALLOWED,
        DISALLOWED,
        /** The server could not be asked; it may be later. */
        UNREACHABLE,
        /** Nobody asked the server yet, see {@link RobotsCache#ask}. */
        UNKNOWN
    }

    private static final RobotsTxt NOTHING_SAID = RobotsTxt.parse(new byte[0]);
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration KEPT_IF_UNREACHABLE = Duration.ofMinutes(30);
    private static final int MOST = 10_000;

    private final Fetcher fetcher;
    private final FetchProperties properties;
    private final InstantSource clock;
    private final String agent;
    private final Map<String, Known> cache = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST;
        }
    };

    public RobotsCache(Fetcher fetcher, FetchProperties properties, InstantSource clock) {
        this.fetcher = fetcher;
        this.properties = properties;
        this.clock = clock;
        this.agent = properties.userAgent();
    }

    /** Whether the page may be fetched, as far as known. Makes no request. */
    public Verdict verdict(String url) {
        Known known;
        synchronized (cache) {
            known = cache.get(origin(url));
        }
        if (known == null || known.until.isBefore(clock.instant())) {
            return Verdict.UNKNOWN;
        }
        if (known.unreachable) {
            return Verdict.UNREACHABLE;
        }
        return known.rules.isAllowed(agent, url) ? Verdict.ALLOWED : Verdict.DISALLOWED;
    }

    /** The pause the site asks for between two requests, as far as known; zero if it asks for none. */
    public Duration crawlDelay(String url) {
        Known known;
        synchronized (cache) {
            known = cache.get(origin(url));
        }
        return known == null ? Duration.ZERO : known.rules.crawlDelay(agent).orElse(Duration.ZERO);
    }

    /** Fetches the robots.txt for the page's host. This is a request of its own, with the pauses that belong to it. */
    public void ask(String url) {
        String origin = origin(url);
        Known known = known(fetcher.fetch(FetchRequest.page(origin + "/robots.txt", properties.feedDeadline())));
        synchronized (cache) {
            cache.put(origin, known);
        }
    }

    private Known known(Fetched fetched) {
        Instant now = clock.instant();
        return switch (fetched) {
            case Fetched.Answer answer
            when answer.status() / 100 == 2 -> new Known(RobotsTxt.parse(answer.body()), false, now.plus(KEPT));
            case Fetched.Answer answer
            when answer.status() < 500 && answer.status() != 429 -> new Known(NOTHING_SAID, false, now.plus(KEPT));
            // A redirect without end counts as none at all (RFC 9309, 2.3.1.2).
            case Fetched.Failure failure
            when failure.error() == FetchError.REDIRECT -> new Known(NOTHING_SAID, false, now.plus(KEPT));
            case Fetched.Answer _, Fetched.Failure _ -> new Known(NOTHING_SAID, true, now.plus(KEPT_IF_UNREACHABLE));
        };
    }

    private static String origin(String url) {
        String canonical = CanonicalUrl.of(url).value();
        return canonical.substring(0, canonical.indexOf('/', "https://".length()));
    }

    private record Known(RobotsTxt rules, boolean unreachable, Instant until) {}
}
