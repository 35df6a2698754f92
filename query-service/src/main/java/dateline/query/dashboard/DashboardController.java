package dateline.query.dashboard;

import dateline.contract.ArticleId;
import dateline.query.attention.AttentionCounts;
import dateline.query.attention.Chart;
import dateline.query.search.ArticleDetail;
import dateline.query.search.ArticlePage;
import dateline.query.search.ArticleQueryReader;
import dateline.query.search.ArticleSearch;
import dateline.query.search.Question;
import dateline.query.search.SimilarArticles;
import dateline.query.search.SimilarSearch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages that list articles and show one. */
@Controller
class DashboardController {
    private static final int SIMILAR = 5;
    private static final SimilarArticles NOTHING_LIKE_IT = new SimilarArticles(List.of(), List.of());

    private final ArticleSearch search;
    private final AttentionCounts attention;
    private final SimilarSearch similar;
    private final KnownNames names;

    DashboardController(ArticleSearch search, AttentionCounts attention, SimilarSearch similar, KnownNames names) {
        this.search = search;
        this.attention = attention;
        this.similar = similar;
        this.names = names;
    }

    @GetMapping("/search")
    String search(@RequestParam MultiValueMap<String, String> parameters, Model model) {
        PageAddress address = PageAddress.of("/search", TimeRange.ALWAYS, parameters);
        Instant now = Instant.now();
        MultiValueMap<String, String> list = address.articles(now);
        list.set("facets", FacetView.asked());
        var asked = ArticleQueryReader.read(list);
        Question scope = Question.of(address.scope(now));
        try (AtOnce atOnce = new AtOnce()) {
            var page = atOnce.ask(() -> search.search(asked));
            var counts = atOnce.ask(() -> attention.attention(scope.articles(), Chart.of(scope)));
            ArticlePage found = page.get();
            model.addAttribute("bar", FilterBar.of(address, names));
            model.addAttribute("view", SearchView.of(address, found, ChartView.of(counts.get(), address)));
        }
        return "search";
    }

    @GetMapping("/articles/{id}")
    String article(@PathVariable String id, Model model) {
        ArticleDetail found = (ArticleId.isValid(id) ? search.find(id) : Optional.<ArticleDetail>empty())
                .orElseThrow(() -> new NoSuchPage("There is no such article. It may have been taken down."));
        SimilarArticles similar = this.similar.like(id, SIMILAR).orElse(NOTHING_LIKE_IT);
        PageAddress address = PageAddress.of("/search", TimeRange.ALWAYS, new LinkedMultiValueMap<>());
        model.addAttribute("article", ArticleView.of(found, similar, address));
        return "article";
    }
}
