package dateline.query.dashboard;

import dateline.query.attention.AttentionCounts;
import dateline.query.attention.Chart;
import dateline.query.rising.TrendSearch;
import dateline.query.rising.Trends;
import dateline.query.rising.Window;
import dateline.query.search.ArticlePage;
import dateline.query.search.ArticleQueryReader;
import dateline.query.search.ArticleSearch;
import dateline.query.search.FoundArticles;
import dateline.query.search.Kind;
import dateline.query.search.Period;
import dateline.query.search.Question;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page at {@code /}: what happens. */
@Controller
class OverviewController {
    private static final String LATEST = "8";
    private static final int LEAST = 3;
    private static final int RISING = 10;

    private final ArticleSearch search;
    private final FoundArticles articles;
    private final AttentionCounts attention;
    private final TrendSearch trends;
    private final KnownNames names;

    OverviewController(
            ArticleSearch search,
            FoundArticles articles,
            AttentionCounts attention,
            TrendSearch trends,
            KnownNames names) {
        this.search = search;
        this.articles = articles;
        this.attention = attention;
        this.trends = trends;
        this.names = names;
    }

    @GetMapping("/")
    String overview(@RequestParam MultiValueMap<String, String> parameters, Model model) {
        PageAddress address = PageAddress.of("/", TimeRange.WEEK, parameters);
        Instant now = Instant.now();
        Question scope = Question.of(address.scope(now));
        MultiValueMap<String, String> list = address.scope(now);
        list.set("sort", "newest");
        list.set("size", LATEST);
        list.set("facets", OverviewView.asked());
        try (AtOnce atOnce = new AtOnce()) {
            var page = atOnce.ask(() -> search.search(ArticleQueryReader.read(list)));
            var counts = atOnce.ask(() -> attention.attention(scope.articles(), Chart.of(scope)));
            var entities = atOnce.ask(() -> rising(scope, now, Kind.ENTITY));
            var topics = atOnce.ask(() -> rising(scope, now, Kind.TOPIC));
            ArticlePage found = page.get();
            ChartView chart = ChartView.of(counts.get(), address);
            var rising = OverviewView.rising(address, entities.get(), topics.get());
            model.addAttribute("bar", FilterBar.of(address, names));
            model.addAttribute("view", OverviewView.of(address, found, chart, rising));
        }
        return "overview";
    }

    /** What rises; null where the time has no beginning, as there is nothing before it to rise from. */
    private @Nullable Trends rising(Question scope, Instant now, Kind of) {
        if (scope.articles().filters().published().from() == null) {
            return null;
        }
        var whenever = scope.articles().with(scope.articles().filters().publishedIn(Period.ALWAYS));
        var found = articles.query(whenever, false);
        return trends.trends(found, Window.of(scope, now), of, LEAST, RISING);
    }
}
