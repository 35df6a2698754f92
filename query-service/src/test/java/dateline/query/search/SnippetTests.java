package dateline.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SnippetTests {
    @Test
    void marksBecomeSpansOfThePlainText() {
        Snippet snippet = Snippet.ofMarked("An \uE000old\uE001 <b> \uE000bridge\uE001");

        assertThat(snippet.text()).isEqualTo("An old <b> bridge");
        assertThat(snippet.matches()).containsExactly(new Snippet.Span(3, 6), new Snippet.Span(11, 17));
    }

    @Test
    void marksInTheArticleItselfDoNoHarm() {
        Snippet snippet = Snippet.ofMarked("\uE001a\uE000\uE000b\uE001\uE001c\uE000");

        assertThat(snippet.text()).isEqualTo("abc");
        assertThat(snippet.matches()).isEqualTo(List.of(new Snippet.Span(1, 2)));
    }
}
