package dateline.query.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import dateline.contract.Topic;
import dateline.query.QueryServiceTest;
import dateline.query.RunningService;
import dateline.query.SampleArticle;
import dateline.query.SamplePrint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@QueryServiceTest
class ReprintIT {
    @Autowired
    private RunningService service;

    @Autowired
    private ElasticsearchClient client;

    private static SampleArticle article(String outlet, int hour) {
        return SampleArticle.at("https://" + outlet + "/" + hour)
                .from(outlet, outlet)
                .published("2026-04-21T%02d:00:00Z".formatted(hour));
    }

    /** By article, what it is a reprint of. */
    private Map<String, @Nullable String> reprints(String outlet, String filter) {
        Map<String, @Nullable String> reprints = new HashMap<>();
        for (JsonNode item :
                service.search("?facets=language&outlet=" + outlet + filter).get("items")) {
            JsonNode first = item.get("reprintOf");
            reprints.put(item.get("id").asString(), first == null || first.isNull() ? null : first.asString());
        }
        return reprints;
    }

    private void await(String outlet, Map<SampleArticle, SampleArticle> expected, SampleArticle... independent) {
        Map<String, @Nullable String> all = new HashMap<>();
        expected.forEach((reprint, first) -> all.put(reprint.id(), first.id()));
        for (SampleArticle alone : independent) {
            all.put(alone.id(), null);
        }
        service.awaitThat(outlet, () -> assertThat(reprints(outlet, "")).isEqualTo(all));
        service.awaitThat(
                outlet,
                () -> assertThat(reprints(outlet, "&independent=true"))
                        .containsOnlyKeys(java.util.Arrays.stream(independent)
                                .map(SampleArticle::id)
                                .toList()));
    }

    @Test
    void whatRepeatsAnEarlierArticleIsItsReprintAndOthersAreNot() {
        String outlet = "reprints-later.example";
        SampleArticle first = article(outlet, 9).signed(SamplePrint.of(101));
        SampleArticle copy = article(outlet, 10).signed(SamplePrint.like(101, 0.8, 1));
        SampleArticle sameStory = article(outlet, 11).signed(SamplePrint.like(101, 0.3, 2));
        service.publish(first);
        service.awaitSearchable(first);

        service.publish(copy, sameStory, article(outlet, 12));

        await(outlet, Map.of(copy, first), first, sameStory, article(outlet, 12));
    }

    @Test
    void anEarlierArticleThatComesLaterIsTheFirstAndTakesTheGroupOver() {
        String outlet = "reprints-earlier.example";
        SampleArticle third = article(outlet, 11).signed(SamplePrint.like(102, 0.9, 3));
        SampleArticle second = article(outlet, 10).signed(SamplePrint.like(102, 0.95, 2));
        SampleArticle first = article(outlet, 9).signed(SamplePrint.of(102));
        service.publish(second, third);
        await(outlet, Map.of(third, second), second);

        service.publish(first);

        await(outlet, Map.of(second, first, third, first), first);
    }

    @Test
    void inOneBatchTheOrderOfTheLogDoesNotMatter() {
        String outlet = "reprints-batch.example";
        SampleArticle first = article(outlet, 9).signed(SamplePrint.of(103));
        SampleArticle second = article(outlet, 10).signed(SamplePrint.like(103, 0.9, 2));
        SampleArticle third = article(outlet, 11).signed(SamplePrint.like(103, 0.9, 3));

        service.publish(third, first, second);

        await(outlet, Map.of(second, first, third, first), first);
    }

    @Test
    void whenTheFirstIsTakenDownTheNextOneIsTheFirst() {
        String outlet = "reprints-gone.example";
        SampleArticle first = article(outlet, 9).signed(SamplePrint.of(104));
        SampleArticle second = article(outlet, 10).signed(SamplePrint.like(104, 0.9, 2));
        SampleArticle third = article(outlet, 11).signed(SamplePrint.like(104, 0.9, 3));
        service.publish(first, second, third);
        await(outlet, Map.of(second, first, third, first), first);

        service.takeDown(first, 1);

        await(outlet, Map.of(third, second), second);
    }

    @Test
    void whatComesAgainAfterAMonthStandsForItself() {
        String outlet = "reprints-again.example";
        SampleArticle first = article(outlet, 9).signed(SamplePrint.of(107));
        SampleArticle soon =
                article(outlet, 10).published("2026-05-12T09:00:00Z").signed(SamplePrint.of(107));
        SampleArticle late =
                article(outlet, 11).published("2026-06-12T09:00:00Z").signed(SamplePrint.of(107));

        service.publish(first, soon, late);

        await(outlet, Map.of(soon, first), first, late);
    }

    @Test
    void whatIsStoredIsFoundByWhoHasForgottenItUnlessItIsAMonthAway() {
        String outlet = "reprints-stored.example";
        SampleArticle first = article(outlet, 9).signed(SamplePrint.of(108));
        service.publish(first);
        service.awaitSearchable(first);
        Reprints forgetful = new Reprints(client);

        Reprints.Marked marked = forgetful.mark(
                "articles",
                List.of(
                        put(article(outlet, 10)
                                .published("2026-05-12T09:00:00Z")
                                .signed(SamplePrint.of(108))),
                        put(article(outlet, 11)
                                .published("2026-06-12T09:00:00Z")
                                .signed(SamplePrint.of(108))),
                        // No year that Elasticsearch can read.
                        put(article(outlet, 12)
                                .published("-99999-01-01T00:00:00Z")
                                .signed(SamplePrint.of(108)))));

        assertThat(marked.writes())
                .extracting(write -> ((Write.Put) write).document().reprintOf())
                .containsExactly(first.id(), null, null);
    }

    private static Write put(SampleArticle article) {
        return new RecordReader()
                .read(new ConsumerRecord<>(
                        Topic.ENRICHED.topicName(), 0, 0, article.id().getBytes(UTF_8), article.json()));
    }

    @Test
    void aRevisionThatSaysSomethingOfItsOwnIsNoReprintAnyMore() {
        String outlet = "reprints-revised.example";
        SampleArticle first = article(outlet, 9).signed(SamplePrint.of(105));
        SampleArticle second = article(outlet, 10).signed(SamplePrint.like(105, 0.9, 2));
        service.publish(first, second);
        await(outlet, Map.of(second, first), first);

        service.publish(article(outlet, 10).revision(2).signed(SamplePrint.of(106)));

        await(outlet, Map.of(), first, second);
    }
}
