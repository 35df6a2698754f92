package dateline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeadLetterTests {
    @Test
    void aLetterSaysWhatWentWrongWhereAndWhen() {
        DeadLetter letter = DeadLetter.of(
                "unreadable",
                new UnreadableRecord("no valid RawArticle", null),
                "enrich-service",
                Topic.RAW.topicName(),
                3,
                42,
                1,
                Instant.EPOCH);

        assertThat(letter.headers())
                .containsEntry(Headers.DEAD_REASON, "unreadable")
                .containsEntry(Headers.DEAD_MESSAGE, "no valid RawArticle")
                .containsEntry(Headers.DEAD_ORIGIN, "news.raw-3@42")
                .containsEntry(Headers.DEAD_SERVICE, "enrich-service")
                .containsEntry(Headers.DEAD_ATTEMPT, "1")
                .containsEntry(Headers.DEAD_AT, "1970-01-01T00:00:00Z");
        assertThat(letter.stack()).contains("DeadLetterTests");
    }

    @Test
    void aStackTraceWithoutEndIsCut() {
        DeadLetter letter = new DeadLetter("r", "m", "x".repeat(DeadLetter.MAX_STACK + 1), "o", "s", 1, Instant.EPOCH);

        assertThat(letter.stack()).hasSize(DeadLetter.MAX_STACK);
    }

    @Test
    void aLetterThatFailsAgainCountsOn() {
        assertThat(DeadLetter.attempt(null)).isEqualTo(1);
        assertThat(DeadLetter.attempt("2".getBytes(StandardCharsets.UTF_8))).isEqualTo(3);
        assertThat(DeadLetter.attempt("no number".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(1);
    }

    @Test
    void theLetterOfATombstoneIsNoTombstone() {
        assertThat(DeadLetter.value(null)).isEmpty();
    }
}
