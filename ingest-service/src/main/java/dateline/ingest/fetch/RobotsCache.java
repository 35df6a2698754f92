package dateline.ingest.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import dateline.contract.CanonicalUrl;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
        this.agent = properties.userAgent().split("[/ ]", 2)[0].toLowerCase(Locale.ROOT);
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
        return known.rules.isAllowed(url) ? Verdict.ALLOWED : Verdict.DISALLOWED;
    }

    /** Fetches the robots.txt for the page's host. This is a request of its own, with the pauses that belong to it. */
    public void ask(String url) {
        String origin = origin(url);
        Known known =
                known(fetcher.fetch(FetchRequest.page(origin + "/robots.txt", properties.feedDeadline())), origin);
        synchronized (cache) {
            cache.put(origin, known);
        }
    }

    private Known known(Fetched fetched, String origin) {
        Instant now = clock.instant();
        return switch (fetched) {
            case Fetched.Answer answer
            when answer.status() / 100 == 2 -> {
                SimpleRobotRulesParser parser = new SimpleRobotRulesParser();
                String type = Objects.requireNonNullElse(answer.headers().first("content-type"), "text/plain");
                yield new Known(
                        parser.parseContent(origin + "/robots.txt", answer.body(), type, List.of(agent)),
                        false,
                        now.plus(KEPT));
            }
            case Fetched.Answer answer
            when answer.status() < 500 && answer.status() != 429 ->
                new Known(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), false, now.plus(KEPT));
            // A redirect without end counts as none at all (RFC 9309, 2.3.1.2).
            case Fetched.Failure failure
            when failure.error() == FetchError.REDIRECT ->
                new Known(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), false, now.plus(KEPT));
            case Fetched.Answer _, Fetched.Failure _ ->
                new Known(new SimpleRobotRules(RobotRulesMode.ALLOW_NONE), true, now.plus(KEPT_IF_UNREACHABLE));
        };
    }

    private static String origin(String url) {
        String canonical = CanonicalUrl.of(url).value();
        return canonical.substring(0, canonical.indexOf('/', "https://".length()));
    }

    private record Known(BaseRobotRules rules, boolean unreachable, Instant until) {}
}
