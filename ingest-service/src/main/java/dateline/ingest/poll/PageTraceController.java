package dateline.ingest.poll;

import dateline.contract.ArticleId;
import dateline.contract.CanonicalUrl;
import dateline.ingest.fetch.RobotsCache;
import dateline.ingest.fetch.Site;
import dateline.ingest.problem.InvalidField;
import dateline.ingest.subscribe.FeedDirectory;
import dateline.ingest.subscribe.FeedPartition;
import dateline.ingest.subscribe.FeedTopics;
import dateline.ingest.subscribe.FeedView;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Says what the feeds know of a page. Their states are read from the log, so that every instance can answer for all; only
 * what robots.txt says is this instance's own knowledge.
 */
@RestController
class PageTraceController {
    private static final int MOST_FEEDS = 20;

    private final FeedDirectory directory;
    private final FeedTopics topics;
    private final StateLog states;
    private final RobotsCache robots;

    PageTraceController(FeedDirectory directory, FeedTopics topics, StateLog states, RobotsCache robots) {
        this.directory = directory;
        this.topics = topics;
        this.states = states;
        this.robots = robots;
    }

    @GetMapping("/api/feeds/trace")
    PageTrace trace(@RequestParam String url) {
        CanonicalUrl page = canonical(url);
        String site = Site.ofHost(page.host());
        List<PageTrace.Feed> feeds = feeds(page, site);
        RobotsCache.Verdict verdict = robots.verdict(page.value());
        return new PageTrace(page.value(), ArticleId.of(page), PageTrace.summary(verdict, feeds, site), verdict, feeds);
    }

    /** Those of its site, and any other that names it; feeds live on other hosts than their pages at times. */
    private List<PageTrace.Feed> feeds(CanonicalUrl page, String site) {
        List<FeedView> all = directory.all().toList();
        List<PageTrace.Feed> feeds = new ArrayList<>();
        int count = partitionCount();
        for (int partition : partitions(page, count)) {
            Map<String, FeedState> known = states.load(partition);
            for (FeedView view : all) {
                FeedState state = known.get(view.feed().id());
                boolean ofSite = isOf(view, site);
                boolean here =
                        state != null || ofSite && FeedPartition.of(view.feed().url(), count) == partition;
                if (here) {
                    PageTrace.Feed feed = feed(view, state, page);
                    if (ofSite || !(feed.entry() instanceof PageTrace.Entry.Unknown)) {
                        feeds.add(feed);
                    }
                }
            }
            if (feeds.stream().anyMatch(feed -> feed.entry() instanceof PageTrace.Entry.Waiting)) {
                break;
            }
        }
        return feeds.stream().limit(MOST_FEEDS).toList();
    }

    private int partitionCount() {
        try (Consumer<String, byte[]> consumer = topics.reader()) {
            return topics.partitions(consumer);
        }
    }

    /** The partition of the page's site first: mostly its feeds are there. */
    private static Set<Integer> partitions(CanonicalUrl page, int count) {
        Set<Integer> order = new LinkedHashSet<>();
        if (count > 0) {
            order.add(FeedPartition.of(page.value(), count));
            IntStream.range(0, count).forEach(order::add);
        }
        return order;
    }

    private static boolean isOf(FeedView view, String site) {
        return Site.of(view.feed().url()).equals(site)
                || view.feed().outlet().id().equals(site);
    }

    private static PageTrace.Feed feed(FeedView view, @Nullable FeedState state, CanonicalUrl page) {
        return new PageTrace.Feed(
                view.feed().id(),
                view.feed().url(),
                view.title(),
                view.state(),
                view.status().reason(),
                view.status().errors(),
                view.status().lastPoll(),
                view.status().nextDue(),
                state == null ? new PageTrace.Entry.Unknown() : entry(state, page));
    }

    /** What a feed's state knows of a page. */
    static PageTrace.Entry entry(FeedState state, CanonicalUrl page) {
        for (PendingEntry pending : state.pending()) {
            if (isAt(pending.entry().link(), page)) {
                return new PageTrace.Entry.Waiting(pending.seenAt(), pending.attempts(), pending.notBefore());
            }
        }
        return state.seen().version(Hashes.of("link", page.value())).isPresent()
                ? new PageTrace.Entry.Taken()
                : new PageTrace.Entry.Unknown();
    }

    private static boolean isAt(String link, CanonicalUrl page) {
        try {
            return CanonicalUrl.of(link).equals(page);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static CanonicalUrl canonical(String url) {
        try {
            return CanonicalUrl.of(url);
        } catch (IllegalArgumentException e) {
            throw new InvalidField("url", "can not be used: " + e.getMessage());
        }
    }
}
