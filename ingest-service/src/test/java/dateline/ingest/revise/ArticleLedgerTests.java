package dateline.ingest.revise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dateline.contract.ArticleId;
import dateline.contract.CanonicalUrl;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArticleLedgerTests {
    private final ArticleLedger ledger = new ArticleLedger();

    @Test
    void everyArticleIsFoundAgainHoweverMany() {
        for (int i = 0; i < 20_000; i++) {
            ledger.put(id(i), new Fingerprint(i, -i), 1, i);
        }

        assertThat(ledger.size()).isEqualTo(20_000);
        for (int i = 0; i < 20_000; i++) {
            assertThat(ledger.find(id(i))).isEqualTo(new ArticleLedger.Entry(new Fingerprint(i, -i), 1, i));
        }
        assertThat(ledger.find(id(20_001))).isNull();
    }

    @Test
    void theNewestRevisionCounts() {
        ledger.put(id(1), new Fingerprint(1, 1), 1, 10);
        ledger.put(id(1), new Fingerprint(2, 2), 2, 20);

        assertThat(ledger.size()).isEqualTo(1);
        assertThat(ledger.find(id(1))).isEqualTo(new ArticleLedger.Entry(new Fingerprint(2, 2), 2, 20));
    }

    @Test
    void anArticleTakenDownNeverComesBack() {
        ledger.put(id(1), new Fingerprint(1, 1), 1, 10);
        ledger.takeDown(id(1));
        ledger.put(id(1), new Fingerprint(2, 2), 2, 20);

        assertThat(ledger.isTakenDown(id(1))).isTrue();
        assertThat(ledger.find(id(1))).isNull();
        assertThat(ledger.isTakenDown(id(2))).isFalse();
    }

    @Test
    void theLastRevisionIsKnownAlsoOfWhatWasTakenDown() {
        ledger.put(id(1), new Fingerprint(1, 1), 3, 10);
        ledger.takeDown(id(1));

        assertThat(ledger.lastRevision(id(1))).isEqualTo(3);
        assertThat(ledger.lastRevision(id(2))).isZero();
    }

    @Test
    void aSightingBeforeTheLastOneIsOlderAlsoAfterTheTableGrew() {
        for (int i = 0; i < 5000; i++) {
            ledger.put(id(i), new Fingerprint(i, i), 1, i);
            assertThat(ledger.isOlderSighting(id(i), Instant.ofEpochMilli(1000 + i)))
                    .isFalse();
        }

        for (int i = 0; i < 5000; i++) {
            assertThat(ledger.isOlderSighting(id(i), Instant.ofEpochMilli(999 + i)))
                    .isTrue();
            assertThat(ledger.isOlderSighting(id(i), Instant.ofEpochMilli(1000 + i)))
                    .isFalse();
        }
    }

    @Test
    void whatIsNoArticleIdIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ledger.find("42"));
    }

    private static String id(int number) {
        return ArticleId.of(CanonicalUrl.of("https://example.org/" + number));
    }
}
