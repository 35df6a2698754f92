package dateline.query.about;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameUsagesTests {
    @Test
    void whatMeansSomethingInAnExpressionIsEscaped() {
        assertThat(NameUsages.literally("person:a-b.c")).isEqualTo("person\\:a\\-b\\.c");
        assertThat(NameUsages.literally(".*[^\"~&<1-9>@#\\")).isEqualTo("\\.\\*\\[\\^\\\"\\~\\&\\<1\\-9\\>\\@\\#\\\\");
        assertThat(NameUsages.literally("Ереван1\t")).isEqualTo("Ереван1\\\t");
    }
}
