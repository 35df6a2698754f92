package dateline.ingest.poll;

import static dateline.ingest.fetch.FaultServer.answer;
import static dateline.ingest.fetch.FaultServer.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.log.ArticleTrace;
import dateline.ingest.extract.ArticleExtractor;
import dateline.ingest.extract.OutletReader;
import dateline.ingest.feed.FeedParser;
import dateline.ingest.fetch.FaultServer;
import dateline.ingest.fetch.FetchProperties;
import dateline.ingest.fetch.Fetcher;
import dateline.ingest.fetch.HostLanes;
import dateline.ingest.fetch.LocalFetchers;
import dateline.ingest.fetch.RobotsCache;
import dateline.ingest.subscribe.Subscription;
import dateline.ingest.websub.WebSubProperties;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class TasksTests {
    private static final Clock CLOCK = Clock.systemUTC();

    @Test
    void aRedirectToWhatRobotsTxtDisallowsIsNotUsedAndCrawlDelayIsGranted() throws Exception {
        Duration any = Duration.ofSeconds(5);
        try (FaultServer server = new FaultServer()) {
            FetchProperties fetching = new FetchProperties(
                    "Test/1",
                    Duration.ZERO,
                    Map.of(),
                    8,
                    any,
                    any,
                    any,
                    DataSize.ofMegabytes(1),
                    5,
                    List.of("127.0.0.1"));
            server.on("/robots.txt", answer(200, "User-agent: *\nCrawl-delay: 30\nDisallow: /private/"))
                    .on("/open", redirect(302, "/private/page"))
                    .on("/private/page", answer(200, "<p>secret</p>", "Content-Type", "text/html"));
            try (Fetcher fetcher = LocalFetchers.create(fetching);
                    HostLanes lanes = new HostLanes(fetching, CLOCK)) {
                Tasks tasks = new Tasks(
                        fetcher,
                        lanes,
                        new RobotsCache(fetcher, fetching, CLOCK),
                        fetching,
                        Samples.properties(),
                        new AnswerReader(new FeedParser(), Duration.ofDays(30)),
                        new EntryArticles(new OutletReader(new ArticleExtractor(), 10)),
                        new HubClient(fetcher, fetching, new WebSubProperties(null, Duration.ofDays(10), any), CLOCK),
                        new PollMetrics(new SimpleMeterRegistry()),
                        CLOCK,
                        ArticleTrace.none());
                Subscription feed = Samples.feed(server.url("/feed"));
                Instant now = CLOCK.instant();
                PendingEntry entry =
                        new PendingEntry(Samples.entry("1", server.url("/open"), "Open", "In short."), now, 0, now);
                FeedState state = FeedState.NEW.withPending(List.of(entry));
                assertThat(tasks.run(feed, state, new Task.Page(entry, now)))
                        .as("robots.txt first")
                        .isNull();
                Outcome outcome = tasks.run(feed, state, new Task.Page(entry, now));
                assertThat(outcome).isNotNull();
                assertThat(outcome.articles().getFirst().origin().notes())
                        .containsExactly("page not used: redirect to what robots.txt disallows");
                assertThat(lanes.heldUntil("127.0.0.1")).isAfter(now.plusSeconds(25));
            }
        }
    }
}
