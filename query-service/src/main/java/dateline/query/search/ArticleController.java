package dateline.query.search;

import dateline.contract.ArticleId;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/articles}. */
@RestController
@RequestMapping("/api/articles")
class ArticleController {
    private static final int SIMILAR = 10;
    private static final int MOST_SIMILAR = 50;

    private final ArticleSearch search;
    private final SimilarSearch similar;

    ArticleController(ArticleSearch search, SimilarSearch similar) {
        this.search = search;
        this.similar = similar;
    }

    @GetMapping
    @TakesArticleQuery(pages = true)
    ArticlePage search(@RequestParam MultiValueMap<String, String> parameters) {
        return search.search(ArticleQueryReader.read(parameters));
    }

    @GetMapping("/{id}/similar")
    @Parameter(
            name = "size",
            in = ParameterIn.QUERY,
            description = "How many of either kind, at most.",
            schema = @Schema(type = "integer", minimum = "1", maximum = "50", defaultValue = "10"))
    SimilarArticles similar(@PathVariable String id, @RequestParam MultiValueMap<String, String> parameters) {
        RequestValues values = new RequestValues(parameters);
        values.refuseOthers("size");
        int size = values.number("size", 1, MOST_SIMILAR, SIMILAR);
        if (!ArticleId.isValid(id)) {
            throw new NoSuchArticle(id);
        }
        return similar.like(id, size).orElseThrow(() -> new NoSuchArticle(id));
    }

    @GetMapping("/{id}")
    ArticleDetail article(@PathVariable String id) {
        if (!ArticleId.isValid(id)) {
            throw new NoSuchArticle(id);
        }
        return search.find(id).orElseThrow(() -> new NoSuchArticle(id));
    }
}
