package dateline.load.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.load.article.Articles;
import java.net.URI;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QuestionTests {
    private static final LocalDate END = LocalDate.parse("2026-11-27");

    private final Articles articles = new Articles(1, END, 10_000);

    @Test
    void everyBlankOfEveryQuestionIsFilled() {
        for (Question question : Question.all()) {
            String path = question.path(articles, END, 3);

            assertThat(path).startsWith("/").doesNotContain("{").doesNotContain("}");
            assertThat(URI.create("http://localhost" + path)).isNotNull();
        }
    }

    @Test
    void variantsDifferAndTheSameOneIsTheSame() {
        Question question = new Question("word", 0, "/api/articles?q={word}");
        Set<String> paths = new HashSet<>();
        for (int variant = 0; variant < 100; variant++) {
            paths.add(question.path(articles, END, variant));
        }

        assertThat(paths).hasSizeGreaterThan(60);
        assertThat(question.path(articles, END, 5)).isEqualTo(question.path(articles, END, 5));
    }
}
