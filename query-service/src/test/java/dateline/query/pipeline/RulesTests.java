package dateline.query.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.query.pipeline.ElasticsearchHealth.Disk;
import dateline.query.pipeline.ElasticsearchHealth.Watermark;
import dateline.query.pipeline.Finding.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RulesTests {
    private static final Instant NOW = Instant.parse("2026-04-21T12:00:00Z");
    private static final Disk ROOM = new Disk("a", 1000, 500, Watermark.NONE);

    /** A pipeline in which all is well, to be made worse by a test. */
    private static final class Scene {
        List<ServiceState> services = List.of(service("ingest-service", null), service("enrich-service", null));
        Seen<KafkaHealth> kafka = well(new KafkaHealth(3, 14, 80, List.of(), List.of()));
        Seen<ElasticsearchHealth> elasticsearch =
                well(new ElasticsearchHealth("green", 1, 0, 5L, false, List.of(ROOM)));
        List<Lag> lags = List.of();
        List<Lag> lagBefore = List.of();
        Letters letters = new Letters(true, 0, 0, 0, 0, List.of(), List.of());
        Seen<FeedCounts> feeds = well(new FeedCounts(40, Map.of("OK", 40), 0, Map.of(), 0, List.of()));

        @Nullable
        String outdated;

        Snapshot.@Nullable Waiting waiting;

        List<Finding> judged() {
            return Rules.judge(new Snapshot(
                    NOW, services, kafka, elasticsearch, lags, lagBefore, letters, feeds, outdated, waiting));
        }

        Finding only() {
            assertThat(judged()).hasSize(1);
            return judged().getFirst();
        }
    }

    private static <T> Seen<T> well(T value) {
        return Seen.<T>nothing(NOW).well(value, NOW);
    }

    private static ServiceState service(String name, @Nullable String problem) {
        return new ServiceState(name, "http://localhost:1", true, problem, NOW.minusSeconds(200));
    }

    private static Lag behind(Duration behind, int members) {
        return new Lag("dateline-enrich", "news.raw", behind, 100, members);
    }

    private final Scene scene = new Scene();

    @Test
    void whereAllIsWellNothingIsSaid() {
        assertThat(scene.judged()).isEmpty();
    }

    @Test
    void aServiceThatDoesNotAnswerIsSaidWithSinceWhenAndWhatToDo() {
        scene.services = List.of(service("enrich-service", "no connection"));

        assertThat(scene.only().severity()).isEqualTo(Severity.BROKEN);
        assertThat(scene.only().sentence())
                .isEqualTo("enrich-service does not answer at http://localhost:1 since 11:56:40 UTC (3 min 20 s):"
                        + " no connection.");
        assertThat(scene.only().remedy()).contains("./dateline status").contains("none is lost");
    }

    @Test
    void aReaderThatFallsBehindIsToldFromOneThatCatchesUp() {
        scene.lags = List.of(behind(Duration.ofMinutes(4), 1));
        scene.lagBefore = List.of(behind(Duration.ofMinutes(9), 1));
        assertThat(scene.only().sentence()).isEqualTo("enrich-service is 4 min behind in news.raw, and catches up.");
        assertThat(scene.only().severity()).isEqualTo(Severity.WARNING);

        scene.lags = List.of(behind(Duration.ofMinutes(11), 1));
        assertThat(scene.only().sentence()).endsWith("and falls further behind.");
        assertThat(scene.only().severity()).isEqualTo(Severity.BROKEN);
    }

    @Test
    void aTopicThatNobodyReadsIsBrokenAsSoonAsItLags() {
        scene.lags = List.of(behind(Duration.ofSeconds(61), 0));
        assertThat(scene.only().severity()).isEqualTo(Severity.BROKEN);
        assertThat(scene.only().sentence()).endsWith("and nobody reads there.");

        scene.lags = List.of(behind(Duration.ofSeconds(59), 0));
        assertThat(scene.judged()).isEmpty();
    }

    @Test
    void whenKafkaIsAwayItsOldNumbersAreNotJudged() {
        scene.lags = List.of(behind(Duration.ofHours(1), 0));
        scene.kafka = scene.kafka.failed("no answer within 5 s", NOW.minusSeconds(3));

        assertThat(scene.only()).isInstanceOf(Finding.KafkaSilent.class);
    }

    @Test
    void partitionsWithoutALeaderAreWorseThanThoseWithTooFewReplicas() {
        scene.kafka = well(new KafkaHealth(2, 14, 80, List.of("news.raw-1"), List.of("news.raw-2", "news.raw-3")));

        assertThat(scene.judged()).extracting(Finding::severity).containsExactly(Severity.BROKEN, Severity.WARNING);
        assertThat(scene.judged().getFirst().sentence()).contains("news.raw-2, news.raw-3");
        assertThat(scene.judged().getLast().sentence())
                .isEqualTo("1 partition of Kafka has too few replicas: news.raw-1.");
    }

    @Test
    void elasticsearchIsYellowOrRed() {
        scene.elasticsearch = well(new ElasticsearchHealth("yellow", 1, 1, 5L, false, List.of(ROOM)));
        assertThat(scene.only().sentence())
                .isEqualTo("Elasticsearch is yellow: 1 copy of shards have no node to lie on.");
        assertThat(scene.only().severity()).isEqualTo(Severity.WARNING);

        scene.elasticsearch = well(new ElasticsearchHealth("red", 1, 1, 5L, false, List.of(ROOM)));
        assertThat(scene.only().severity()).isEqualTo(Severity.BROKEN);
        assertThat(scene.only().link()).isEqualTo("/console/index");
    }

    @Test
    void aDiskIsNamedFromTheFirstWatermarkOn() {
        Disk full = new Disk("b", 1_000_000_000_000L, 40_000_000_000L, Watermark.FLOOD);
        scene.elasticsearch = well(new ElasticsearchHealth("green", 2, 0, 5L, true, List.of(ROOM, full)));

        assertThat(scene.only().severity()).isEqualTo(Severity.BROKEN);
        assertThat(scene.only().sentence())
                .isEqualTo(
                        "The disk of Elasticsearch's node b is 96 % full (40 GB are free), so the index refuses what is"
                                + " written.");
    }

    @Test
    void anIndexThatAnOlderMappingBuiltIsToBeBuiltAnew() {
        scene.outdated = "articles-000001 was built by another mapping than this version's; build it anew";

        assertThat(scene.only().sentence())
                .isEqualTo("The index articles-000001 was built by another mapping than this version's.");
        assertThat(scene.only().link()).isEqualTo("/console/index");
    }

    @Test
    void articlesThatWaitAreSaidWithTheReason() {
        scene.waiting = new Snapshot.Waiting("the takedowns have not been read yet", NOW.minusSeconds(5));

        assertThat(scene.only().sentence())
                .isEqualTo(
                        "Articles wait to be indexed since 11:59:55 UTC (5 s): the takedowns have not been read yet.");
    }

    @Test
    void deadLettersThatRiseAreMoreUrgentThanThoseThatLieThere() {
        var cause = new Letters.ByCause("c1", "enrich-service", "news.raw", "unreadable", "not a RawArticle", 30, NOW);
        scene.letters = new Letters(true, 30, 0, 0, 1, List.of(), List.of(cause));
        assertThat(scene.only().severity()).isEqualTo(Severity.NOTE);

        scene.letters = new Letters(true, 30, 12, 20, 1, List.of(), List.of(cause));
        assertThat(scene.judged()).hasSize(2);
        assertThat(scene.judged().getFirst().sentence())
                .isEqualTo(
                        "12 records were given up in the last ten minutes, more than before. The most frequent cause:"
                                + " not a RawArticle.");
        assertThat(scene.judged().getFirst().link()).isEqualTo("/console/letters?group=c1");

        scene.letters = new Letters(true, 70, 12, 62, 1, List.of(), List.of(cause));
        assertThat(scene.only()).as("as many as ever").isInstanceOf(Finding.LettersOpen.class);
    }

    @Test
    void aFewFailingFeedsAreANoteAndManyAWarning() {
        scene.feeds = well(new FeedCounts(40, Map.of("OK", 38, "FAILING", 2), 1, Map.of("TIMEOUT", 2), 0, List.of()));
        assertThat(scene.judged()).extracting(Finding::severity).containsOnly(Severity.NOTE);
        assertThat(scene.judged().getFirst().sentence())
                .isEqualTo("2 of 40 feeds fail, most for this reason: timeout.");

        scene.feeds = well(new FeedCounts(40, Map.of("OK", 30, "FAILING", 10), 0, Map.of("TIMEOUT", 2), 0, List.of()));
        assertThat(scene.only().severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void withoutAnyFeedOneIsToBeAdded() {
        scene.feeds = well(new FeedCounts(0, Map.of(), 0, Map.of(), 0, List.of()));

        assertThat(scene.only().link()).isEqualTo("/console/feeds/add");
    }

    @Test
    void everyFindingSaysWhatToDo() {
        scene.services = List.of(service("ingest-service", "no connection"));
        scene.letters = new Letters(true, 30, 0, 0, 1, List.of(), List.of());
        scene.feeds = well(new FeedCounts(40, Map.of("GONE", 1, "FAILING", 9), 3, Map.of(), 0, List.of()));
        scene.lags = List.of(behind(Duration.ofMinutes(4), 1));

        assertThat(scene.judged()).hasSize(6).allSatisfy(finding -> {
            assertThat(finding.sentence()).endsWith(".");
            assertThat(finding.remedy()).endsWith(".");
        });
        assertThat(scene.judged()).isSortedAccordingTo(java.util.Comparator.comparing(Finding::severity));
    }
}
