package dateline.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HTTP://Example.ORG                                     | http://example.org/
            https://example.org:443/a#part                         | https://example.org/a
            http://example.org:8080/a                              | http://example.org:8080/a
            https://example.org/a/./b/../c                         | https://example.org/a/c
            https://example.org/a?utm_source=x&id=7&fbclid=y       | https://example.org/a?id=7
            https://example.org/a?b=2&a=1                          | https://example.org/a?b=2&a=1
            https://example.org/a/index.html                       | https://example.org/a/
            https://user:secret@example.org/a                      | https://example.org/a
            https://example.org./a                                 | https://example.org/a
            https://новости.бел/статья                             | https://xn--b1amnebsh.xn--90ais/%D1%81%D1%82%D0%B0%D1%82%D1%8C%D1%8F
            https://example.org/%d1%81                             | https://example.org/%D1%81
            https://[2001:DB8::1]:8443/a                           | https://[2001:db8::1]:8443/a
            """)
    void whatDoesNotTellArticlesApartIsTakenOff(String spelled, String canonical) {
        assertThat(CanonicalUrl.of(spelled).value()).isEqualTo(canonical);
        assertThat(CanonicalUrl.of(canonical).value())
                .as("a canonical URL stays as it is")
                .isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org/a",
                "ftp://example.org/",
                "https://",
                "https:///a",
                "javascript:alert(1)",
                "https://exa mple.org/",
                "http://e\u02dd/.3",
                "http://a\u00a8b.example/",
                "http://a:99999x/",
                "http://..",
                "https://examp../a",
                "mailto:a@b.c"
            })
    void whatIsNoWebAddressIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalUrl.of(text));
    }

    @Test
    void anEndlessUrlIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanonicalUrl.of("https://example.org/" + "a".repeat(5000)));
    }

    @Test
    void theHostIsWithoutItsPort() {
        assertThat(CanonicalUrl.of("http://example.org:8080/a").host()).isEqualTo("example.org");
        assertThat(CanonicalUrl.of("http://[::1]:80/a").host()).isEqualTo("[::1]");
    }

    @Test
    void twoSpellingsOfOneUrlHaveOneArticleId() {
        assertThat(ArticleId.of(CanonicalUrl.of("https://Example.org/a?utm_medium=rss#top")))
                .isEqualTo(ArticleId.of(CanonicalUrl.of("https://example.org/a")))
                .matches(ArticleId::isValid);
    }
}
