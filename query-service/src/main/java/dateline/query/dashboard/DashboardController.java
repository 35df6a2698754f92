package dateline.query.dashboard;

import dateline.contract.ArticleId;
import dateline.query.search.ArticleDetail;
import dateline.query.search.ArticlePage;
import dateline.query.search.ArticleQueryReader;
import dateline.query.search.ArticleSearch;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages at {@code /} that are about articles. */
@Controller
class DashboardController {
    private static final String LATEST = "8";

    private final ArticleSearch search;

    DashboardController(ArticleSearch search) {
        this.search = search;
    }

    @GetMapping("/")
    String overview(@RequestParam MultiValueMap<String, String> parameters, Model model) {
        PageAddress address = PageAddress.of("/", TimeRange.WEEK, parameters);
        MultiValueMap<String, String> articles = address.articles(Instant.now());
        articles.remove("next");
        articles.set("sort", "newest");
        articles.set("size", LATEST);
        var asked = ArticleQueryReader.read(articles);
        ArticlePage page = search.search(asked);
        model.addAttribute("bar", bar(address, page));
        model.addAttribute("view", OverviewView.of(address, page, search.timeline(asked)));
        return "overview";
    }

    @GetMapping("/search")
    String search(@RequestParam MultiValueMap<String, String> parameters, Model model) {
        PageAddress address = PageAddress.of("/search", TimeRange.ALWAYS, parameters);
        var asked = ArticleQueryReader.read(address.articles(Instant.now()));
        ArticlePage page = search.search(asked);
        model.addAttribute("bar", bar(address, page));
        model.addAttribute("view", SearchView.of(address, page, search.timeline(asked)));
        return "search";
    }

    @GetMapping("/articles/{id}")
    String article(@PathVariable String id, Model model) {
        ArticleDetail found = (ArticleId.isValid(id) ? search.find(id) : Optional.<ArticleDetail>empty())
                .orElseThrow(() -> new NoSuchPage("There is no such article. It may have been taken down."));
        model.addAttribute("article", ArticleView.of(found));
        return "article";
    }

    private static FilterBar bar(PageAddress address, ArticlePage page) {
        return FilterBar.of(address, (parameter, value) -> FacetView.name(page, parameter, value));
    }
}
