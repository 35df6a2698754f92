package dateline.query.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.ContractJson;
import dateline.contract.EntityType;
import dateline.contract.Headers;
import dateline.query.SampleArticle;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordReaderTests {
    private final RecordReader reader = new RecordReader();
    private final SampleArticle sample =
            SampleArticle.at("https://example.org/a").revision(3);

    private static ConsumerRecord<byte[], byte[]> sent(@Nullable String key, byte @Nullable [] value) {
        return new ConsumerRecord<>("news.enriched", 0, 7, key == null ? null : key.getBytes(UTF_8), value);
    }

    private String reason(ConsumerRecord<byte[], byte[]> sent) {
        return ((Write.SetAside) reader.read(sent)).reason();
    }

    @Test
    void anArticleIsPutUnderItsVersion() {
        Write.Put put = (Write.Put) reader.read(sent(sample.id(), sample.json()));

        assertThat(put.id()).isEqualTo(sample.id());
        assertThat(put.version()).isEqualTo(ArticleVersion.of(3, sample.build().enrichedAt()));
    }

    @Test
    void anEmptyValueIsADeletionOfTheRevisionInTheHeader() {
        ConsumerRecord<byte[], byte[]> tombstone = sent(sample.id(), null);
        tombstone.headers().add(Headers.REVISION, "3".getBytes(UTF_8));

        assertThat(reader.read(tombstone))
                .isEqualTo(new Write.Delete(tombstone, sample.id(), ArticleVersion.ofDeletion(3)));
    }

    @Test
    void aTakedownIsDoneEvenIfItsHeaderIsBad() {
        for (String revision : new String[] {"", "x", "0", "-1", "99999999999"}) {
            ConsumerRecord<byte[], byte[]> tombstone = sent(sample.id(), null);
            tombstone.headers().add(Headers.REVISION, revision.getBytes(UTF_8));

            assertThat(((Write.Delete) reader.read(tombstone)).version())
                    .isEqualTo(ArticleVersion.ofDeletion(ArticleVersion.MAX_REVISION));
        }
    }

    @Test
    void whatCanNeverBeStoredIsSetAsideWithAReason() {
        assertThat(reason(sent(sample.id(), "junk".getBytes(UTF_8)))).isEqualTo("unreadable");
        assertThat(reason(sent(sample.id(), new byte[0]))).isEqualTo("unreadable");
        assertThat(reason(sent(sample.id(), "null".getBytes(UTF_8)))).isEqualTo("unreadable");
        assertThat(reason(sent(sample.id(), "{}".getBytes(UTF_8)))).isEqualTo("incomplete");
        assertThat(reason(sent("no id", sample.json()))).isEqualTo("wrong-key");
        assertThat(reason(sent(null, sample.json()))).isEqualTo("wrong-key");
        assertThat(reason(sent("0".repeat(32), sample.json()))).isEqualTo("wrong-key");
    }

    @Test
    void aRecordOfANewerSchemaIsNotMisread() {
        ConsumerRecord<byte[], byte[]> newer = sent(sample.id(), sample.json());
        newer.headers()
                .add(
                        Headers.SCHEMA,
                        Integer.toString(ContractJson.SCHEMA_VERSION + 1).getBytes(UTF_8));

        assertThat(reason(newer)).isEqualTo("newer-schema");
    }

    @Test
    void everyNameAnArticleUsesLeadsToTheEntity() {
        ArticleDocument document = ArticleDocuments.of(sample.saying("Лукашенко met Lukashenka.")
                .naming("person:1", "Alexander Łukashenko", EntityType.PERSON, "Лукашенко", "Lukashenka")
                .build());

        assertThat(document.entityAliases())
                .containsExactlyInAnyOrder(
                        "alexander łukashenko\tperson:1",
                        "łukashenko\tperson:1",
                        "лукашенко\tperson:1",
                        "lukashenka\tperson:1");
    }

    @Test
    void aTopicCountsForItsAncestors() {
        ArticleDocument document = ArticleDocuments.of(
                sample.about("medtop:2", "ferries", "medtop:1").build());

        assertThat(document.topicIds()).containsExactly("medtop:1", "medtop:2");
        assertThat(document.facets()).isNotNull();
        assertThat(document.facets().topic()).containsExactly("medtop:2\tferries", "medtop:1\t");
    }

    @Test
    void anAncestorIsLabelledWithTheNameTheArticleGivesIt() {
        ArticleDocument document = ArticleDocuments.of(sample.aboutBelow("medtop:1", "transport", "medtop:2", "ferries")
                .build());

        assertThat(document.facets()).isNotNull();
        assertThat(document.facets().topic()).containsExactly("medtop:2\tferries", "medtop:1\ttransport");
    }

    @Test
    void anOperatorsOwnTopicIsATopicLikeThoseOfTheTree() {
        ArticleDocument document =
                ArticleDocuments.of(sample.about("own:ferries", "Our ferries").build());

        assertThat(document.topicIds()).containsExactly("own:ferries");
        assertThat(document.topicAliases()).containsExactly("our ferries\town:ferries");
        assertThat(document.facets()).isNotNull();
        assertThat(document.facets().topic()).containsExactly("own:ferries\tOur ferries");
    }

    @Test
    void onlyALanguageWithAnAnalyzerIsStemmed() {
        assertThat(ArticleDocuments.of(sample.in("en-GB").build()).stemmed()).containsOnlyKeys("en");
        assertThat(ArticleDocuments.of(sample.in("ka").build()).stemmed()).isNull();
        assertThat(ArticleDocuments.of(sample.in(null).build()).stemmed()).isNull();
    }

    @Test
    void theLeadEndsBetweenWordsOrAtLeastBetweenCharacters() {
        assertThat(ArticleDocuments.lead("Short.\n\nSecond.")).isEqualTo("Short. Second.");
        assertThat(ArticleDocuments.lead("word ".repeat(100)))
                .hasSizeLessThan(290)
                .endsWith("word …");
        String endless = ArticleDocuments.lead("\uD83D\uDEA2".repeat(400));
        assertThat(endless.codePoints().filter(c -> c >= 0xD800 && c <= 0xDFFF)).isEmpty();
    }
}
