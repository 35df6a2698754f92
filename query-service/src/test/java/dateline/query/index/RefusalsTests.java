package dateline.query.index;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class RefusalsTests {
    private final Refusals refusals = new Refusals(new IndexSettings(
            "articles",
            "query-service",
            1,
            DataSize.ofMegabytes(5),
            2,
            3,
            Duration.ofMillis(500),
            Duration.ofSeconds(10),
            6,
            (short) 1,
            DataSize.ofMegabytes(32)));

    @Test
    void aFewBadArticlesAreTheirOwnFault() {
        for (int i = 0; i < 10; i++) {
            refusals.refused("document_parsing_exception", "bad date");
            refusals.refused("document_parsing_exception", "bad date");
            refusals.refused("document_parsing_exception", "bad date");
            refusals.taken();
        }
    }

    @Test
    void articleAfterArticleRefusedForOneReasonIsTheIndexesFaultUntilOneIsTaken() {
        for (int i = 0; i < 3; i++) {
            refusals.refused("strict_dynamic_mapping_exception", "no such field");
        }

        for (int again = 0; again < 3; again++) {
            assertThatThrownBy(() -> refusals.refused("strict_dynamic_mapping_exception", "no such field"))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("strict_dynamic_mapping_exception");
        }
        refusals.taken();
        refusals.refused("strict_dynamic_mapping_exception", "no such field");
    }

    @Test
    void differentReasonsDoNotAddUp() {
        for (int i = 0; i < 10; i++) {
            refusals.refused("one", "");
            refusals.refused("another", "");
        }
    }
}
