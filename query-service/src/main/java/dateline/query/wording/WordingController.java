package dateline.query.wording;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dateline.query.search.ArticleQueryReader;
import dateline.query.search.FoundArticles;
import dateline.query.search.InvalidParameter;
import dateline.query.search.Question;
import java.util.List;
import java.util.Set;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /api/wording}: the parameters of {@code GET /api/articles}; {@code word}, once to eight times, in the syntax of
 * {@code q}; and {@code size} for how many outlets.
 */
@RestController
class WordingController {
    private static final String WORD = "word";
    private static final int MOST = 8;

    private final FoundArticles articles;
    private final WordingCounts counts;

    WordingController(FoundArticles articles, WordingCounts counts) {
        this.articles = articles;
        this.counts = counts;
    }

    @GetMapping("/api/wording")
    Wording wording(@RequestParam MultiValueMap<String, String> parameters) {
        Question question = Question.of(parameters, WORD, "size");
        List<String> words = question.many(WORD);
        if (words.isEmpty() || words.size() > MOST) {
            throw new InvalidParameter(WORD, "must be given once to " + MOST + " times");
        }
        return counts.wording(
                articles.query(question.articles()),
                words,
                words.stream().map(this::use).toList(),
                question.number("size", 1, 500, 50));
    }

    private Query use(String word) {
        MultiValueMap<String, String> text = new LinkedMultiValueMap<>();
        text.add("q", word);
        try {
            return articles.query(ArticleQueryReader.readFilters(text, Set.of()));
        } catch (InvalidParameter e) {
            throw new InvalidParameter(WORD, String.valueOf(e.getMessage()));
        }
    }
}
