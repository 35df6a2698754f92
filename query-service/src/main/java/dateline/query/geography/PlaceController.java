package dateline.query.geography;

import dateline.query.search.FoundArticles;
import dateline.query.search.Question;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/map}: the parameters of {@code GET /api/articles}, and {@code size} for how many places. */
@RestController
class PlaceController {
    private static final int MOST = 2_000;

    private final FoundArticles articles;
    private final PlaceCounts counts;

    PlaceController(FoundArticles articles, PlaceCounts counts) {
        this.articles = articles;
        this.counts = counts;
    }

    @GetMapping("/api/map")
    Places places(@RequestParam MultiValueMap<String, String> parameters) {
        Question question = Question.of(parameters, "size");
        return counts.places(articles.query(question.articles()), question.number("size", 1, MOST, 500));
    }
}
