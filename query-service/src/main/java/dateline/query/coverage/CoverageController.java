package dateline.query.coverage;

import dateline.query.search.FoundArticles;
import dateline.query.search.Question;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/outlets} and {@code /api/topics}: the parameters of {@code GET /api/articles}, and {@code size}. */
@RestController
class CoverageController {
    private final FoundArticles articles;
    private final CoverageCounts counts;

    CoverageController(FoundArticles articles, CoverageCounts counts) {
        this.articles = articles;
        this.counts = counts;
    }

    @GetMapping("/api/outlets")
    Coverage.Outlets outlets(@RequestParam MultiValueMap<String, String> parameters) {
        Question question = Question.of(parameters, "size");
        return counts.outlets(articles.query(question.articles()), question.number("size", 1, 2_000, 200));
    }

    @GetMapping("/api/topics")
    Coverage.Topics topics(@RequestParam MultiValueMap<String, String> parameters) {
        Question question = Question.of(parameters, "size");
        return counts.topics(articles.query(question.articles()), question.number("size", 1, 2_000, 500));
    }
}
