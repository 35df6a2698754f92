package dateline.query.index;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.ArticleDate;
import dateline.contract.ArticleDate.Precision;
import dateline.contract.ArticleDate.Source;
import dateline.contract.Signature;
import dateline.query.SampleArticle;
import dateline.query.SamplePrint;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrintTests {
    private static final Instant SEEN = Instant.parse("2026-04-21T12:00:00Z");

    private static Print print(String name, String at, Precision precision, Signature signature) {
        var enriched = SampleArticle.at("https://print.example/" + name)
                .signed(signature)
                .build();
        return Print.of(enriched.raw().id(), new ArticleDate(Instant.parse(at), precision, Source.META), SEEN, enriched)
                .orElseThrow();
    }

    private static Print at(String at, Precision precision) {
        return print("a", at, precision, SamplePrint.of(1));
    }

    @Test
    void theFirstIsWhoseLatestPossibleMomentIsEarlier() {
        Print noonish = at("2026-04-21T11:00:00Z", Precision.MINUTE);

        assertThat(at("2026-04-21T10:59:00Z", Precision.SECOND).isBefore(noonish))
                .isTrue();
        // Some time that day, and seen at twelve.
        assertThat(at("2026-04-21T00:00:00Z", Precision.DAY).isBefore(noonish)).isFalse();
        assertThat(at("2026-04-20T00:00:00Z", Precision.DAY).isBefore(noonish)).isTrue();
        assertThat(at("2026-04-01T00:00:00Z", Precision.MONTH).isBefore(noonish))
                .isFalse();
        // A date in the future is no reason to come last.
        assertThat(at("2027-01-01T00:00:00Z", Precision.MINUTE).appeared()).isEqualTo(SEEN);
    }

    @Test
    void ofTwoAtOnceTheSameIsFirstWhoeverAsks() {
        Print a = print("a", "2026-04-21T11:00:00Z", Precision.MINUTE, SamplePrint.of(1));
        Print b = print("b", "2026-04-21T11:00:00Z", Precision.MINUTE, SamplePrint.of(1));

        assertThat(a.isBefore(b)).isNotEqualTo(b.isBefore(a));
        assertThat(a.isBefore(a)).isFalse();
    }

    @Test
    void itIsItsOwnTextThatMustBeRepeated() {
        Print brief = print("brief", "2026-04-21T11:00:00Z", Precision.MINUTE, signature(0.25, 100));
        Print digest = print("digest", "2026-04-21T11:00:00Z", Precision.MINUTE, signature(1, 400));

        assertThat(brief.repeats(digest)).isTrue();
        assertThat(digest.repeats(brief)).isFalse();
    }

    @Test
    void whatComesAgainAfterAMonthIsPublishedAnew() {
        Print first = at("2026-03-01T10:00:00Z", Precision.MINUTE);

        assertThat(first.isNear(at("2026-04-01T10:00:00Z", Precision.MINUTE))).isTrue();
        assertThat(at("2026-04-01T10:00:00Z", Precision.MINUTE).isNear(first)).isTrue();
        assertThat(first.isNear(at("2026-04-01T10:01:00Z", Precision.MINUTE))).isFalse();
    }

    private static Signature signature(double similarity, int shingles) {
        return new Signature(SamplePrint.like(7, similarity, 70).minhash(), shingles);
    }

    @Test
    void whatIsTooShortOrHasNoSignatureIsNotCompared() {
        SampleArticle article = SampleArticle.at("https://print.example/short");

        assertThat(Print.of(ArticleDocuments.of(article.build()))).isEmpty();
        assertThat(Print.of(ArticleDocuments.of(
                        article.signed(new Signature(List.of(), 0)).build())))
                .isEmpty();
        assertThat(Print.of(ArticleDocuments.of(
                        article.signed(signature(1, Print.SHORTEST - 1)).build())))
                .isEmpty();
        assertThat(Print.of(ArticleDocuments.of(
                        article.signed(signature(1, Print.SHORTEST)).build())))
                .isPresent();
    }
}
