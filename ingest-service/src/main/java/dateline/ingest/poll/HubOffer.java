package dateline.ingest.poll;

import dateline.contract.CanonicalUrl;
import dateline.ingest.feed.FeedLinks;
import dateline.ingest.fetch.Fetched;
import dateline.ingest.fetch.LinkHeader;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A hub that pushes a feed's updates (WebSub, section 4).
 *
 * @param hub its address
 * @param topic what to subscribe to there: the feed's own address
 */
record HubOffer(String hub, String topic) {
    /** The first hub that an answer names; its headers go before its document. Null if there is none. */
    static @Nullable HubOffer of(FeedLinks links, Fetched.Answer answer) {
        String hub = first(LinkHeader.targets(answer.headers(), "hub", answer.url()), links.hubs());
        if (hub == null) {
            return null;
        }
        List<String> own = links.self() == null ? List.of() : List.of(links.self());
        String topic = first(LinkHeader.targets(answer.headers(), "self", answer.url()), own);
        return new HubOffer(hub, topic == null ? answer.url() : topic);
    }

    private static @Nullable String first(List<String> stated, List<String> others) {
        return Stream.concat(stated.stream(), others.stream())
                .filter(HubOffer::isWeb)
                .findFirst()
                .orElse(null);
    }

    private static boolean isWeb(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        return url.length() <= CanonicalUrl.MAX_LENGTH && (lower.startsWith("http://") || lower.startsWith("https://"));
    }
}
