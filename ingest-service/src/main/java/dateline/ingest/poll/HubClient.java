package dateline.ingest.poll;

import dateline.ingest.fetch.FetchProperties;
import dateline.ingest.fetch.FetchRequest;
import dateline.ingest.fetch.Fetched;
import dateline.ingest.fetch.Fetcher;
import dateline.ingest.subscribe.HubNews;
import dateline.ingest.subscribe.HubNotice;
import dateline.ingest.subscribe.HubSubscription;
import dateline.ingest.websub.WebSubProperties;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks hubs to push (WebSub, section 5.1), to public addresses only, as everything is fetched. */
@Component
class HubClient {
    private static final Duration STEP = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofHours(24);

    private final Fetcher fetcher;
    private final FetchProperties fetching;
    private final WebSubProperties properties;
    private final InstantSource clock;

    HubClient(Fetcher fetcher, FetchProperties fetching, WebSubProperties properties, InstantSource clock) {
        this.fetcher = fetcher;
        this.fetching = fetching;
        this.properties = properties;
        this.clock = clock;
    }

    WebSubProperties properties() {
        return properties;
    }

    /** When the hub is to be asked: at first, before a lease ends, and again when it did not answer. */
    static Instant due(HubSubscription hub, HubNews news) {
        HubNotice said = news.leaseOf(hub);
        if (said == null) {
            return hub.askAt();
        }
        Instant until = said.until();
        Instant wanted = until == null
                ? said.at().plus(LONGEST)
                : said.at()
                        .plus(Duration.between(said.at(), until).multipliedBy(3).dividedBy(4));
        return wanted.isAfter(hub.askAt()) ? wanted : hub.askAt();
    }

    /** Asks. Whether the hub means it, it says at the callback; until then it is asked again, ever more seldom. */
    HubSubscription ask(String feedId, HubSubscription hub, HubNews news) {
        Instant started = clock.instant();
        Map<String, String> form = new LinkedHashMap<>();
        form.put("hub.callback", properties.address(feedId, hub.token()));
        form.put("hub.mode", "subscribe");
        form.put("hub.topic", hub.topic());
        form.put("hub.lease_seconds", Long.toString(properties.lease().toSeconds()));
        form.put("hub.secret", hub.secret());
        Fetched fetched = fetcher.fetch(FetchRequest.form(hub.hub(), encoded(form), fetching.feedDeadline()));
        HubNotice said = news.leaseOf(hub);
        Instant asked = hub.askedAt();
        boolean answered = asked != null && said != null && said.at().isAfter(asked);
        int attempts = answered ? 1 : hub.attempts() + 1;
        Duration wait = STEP.multipliedBy(attempts);
        wait = wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
        Duration wish = wish(fetched, started);
        return hub.asked(started, started.plus(wish.compareTo(wait) > 0 ? wish : wait), attempts, problem(fetched));
    }

    private static Duration wish(Fetched fetched, Instant now) {
        Duration wish = fetched instanceof Fetched.Answer answer ? ServerWish.retryAfter(answer.headers(), now) : null;
        if (wish == null) {
            return Duration.ZERO;
        }
        return wish.compareTo(Schedule.LONGEST_RETRY_AFTER) > 0 ? Schedule.LONGEST_RETRY_AFTER : wish;
    }

    private static @Nullable String problem(Fetched fetched) {
        return switch (fetched) {
            case Fetched.Failure failure -> failure.reason();
            case Fetched.Answer answer when answer.status() / 100 == 2 -> null;
            case Fetched.Answer answer -> "the hub answered " + answer.status();
        };
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
