package dateline.query.search;

import dateline.contract.ArticleId;
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
    private final ArticleSearch search;

    ArticleController(ArticleSearch search) {
        this.search = search;
    }

    @GetMapping
    ArticlePage search(@RequestParam MultiValueMap<String, String> parameters) {
        return search.search(ArticleQueryReader.read(parameters));
    }

    @GetMapping("/{id}")
    ArticleDetail article(@PathVariable String id) {
        if (!ArticleId.isValid(id)) {
            throw new NoSuchArticle(id);
        }
        return search.find(id).orElseThrow(() -> new NoSuchArticle(id));
    }
}
