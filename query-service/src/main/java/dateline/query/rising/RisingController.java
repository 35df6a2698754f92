package dateline.query.rising;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dateline.query.search.ArticleQuery;
import dateline.query.search.FoundArticles;
import dateline.query.search.Kind;
import dateline.query.search.Period;
import dateline.query.search.Question;
import java.time.Clock;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /api/rising}: the parameters of {@code GET /api/articles}, of which {@code from} and {@code to} are the
 * window; {@code of}, {@code window}, {@code baseline}, {@code least}, {@code size}, {@code reprints}.
 */
@RestController
class RisingController {
    private final FoundArticles articles;
    private final TrendSearch search;
    private final Clock clock = Clock.systemUTC();

    RisingController(FoundArticles articles, TrendSearch search) {
        this.articles = articles;
        this.search = search;
    }

    @GetMapping("/api/rising")
    Trends rising(@RequestParam MultiValueMap<String, String> parameters) {
        return trends(
                Question.of(parameters, "of", Window.WINDOW, Window.BASELINE, "least", "size", Question.REPRINTS));
    }

    private Trends trends(Question question) {
        ArticleQuery whenever =
                question.articles().with(question.articles().filters().publishedIn(Period.ALWAYS));
        Query found = articles.query(whenever, question.reprints(false));
        return search.trends(
                found,
                Window.of(question, search.end(found, clock.instant())),
                question.choice("of", Kind.class).orElse(Kind.ENTITY),
                question.number("least", 1, 1_000_000, 3),
                question.number("size", 1, 200, 20));
    }
}
