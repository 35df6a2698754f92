package dateline.query.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CauseTests {
    private static Cause cause(String message) {
        return Cause.of("enrich-service", "news.raw", "unreadable", message);
    }

    @Test
    void whatDiffersFromRecordToRecordDoesNotTellCausesApart() {
        assertThat(cause("key 00ff00ff00ff00ff is not the article's id 11aa11aa11aa11aa at column 17"))
                .isEqualTo(cause("key 22bb22bb22bb22bb is not the article's id 33cc33cc33cc33cc at column 4"));
        assertThat(cause("Unrecognized token 'not': was expecting JSON"))
                .isEqualTo(cause("Unrecognized token 'garbage': was expecting JSON"));
        assertThat(cause("https://example.org/a refused")).isEqualTo(cause("https://example.com/b?c refused"));
    }

    @Test
    void whatWentWrongDoes() {
        assertThat(cause("the article has no raw.id").id())
                .isNotEqualTo(cause("the article has no raw.url").id());
        assertThat(cause("x").id())
                .isNotEqualTo(
                        Cause.of("query-service", "news.raw", "unreadable", "x").id());
    }

    @Test
    void aMessageWithoutEndIsCut() {
        assertThat(Cause.normalized("word ".repeat(1000))).hasSizeLessThan(250);
    }
}
