package dateline.query.index;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RefusalsTests {
    private final Refusals refusals = new Refusals(SampleSettings.mostRefusals(3));

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
