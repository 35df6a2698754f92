package dateline.query.dashboard;

import dateline.query.coverage.Coverage;
import dateline.query.coverage.CoverageCounts;
import dateline.query.search.FoundArticles;
import dateline.query.search.Question;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of all outlets and all topics. */
@Controller("dashboardCoverage")
class CoverageController {
    private static final int MOST = 500;

    private final FoundArticles articles;
    private final CoverageCounts counts;
    private final KnownNames names;

    CoverageController(FoundArticles articles, CoverageCounts counts, KnownNames names) {
        this.articles = articles;
        this.counts = counts;
        this.names = names;
    }

    @GetMapping("/outlets")
    String outlets(@RequestParam MultiValueMap<String, String> parameters, Model model) {
        PageAddress address = PageAddress.of("/outlets", TimeRange.WEEK, parameters);
        Question scope = Question.of(address.scope(Instant.now()));
        Coverage.Outlets outlets = counts.outlets(articles.query(scope.articles()), MOST);
        model.addAttribute("bar", FilterBar.of(address, names));
        model.addAttribute("total", Wording.number(outlets.total()));
        model.addAttribute("links", Links.of(address));
        model.addAttribute("anyTime", address.in(TimeRange.ALWAYS));
        model.addAttribute(
                "rows",
                outlets.outlets().stream().map(outlet -> row(address, outlet)).toList());
        return "outlets";
    }

    @GetMapping("/topics")
    String topics(@RequestParam MultiValueMap<String, String> parameters, Model model) {
        PageAddress address = PageAddress.of("/topics", TimeRange.WEEK, parameters);
        Question scope = Question.of(address.scope(Instant.now()));
        Coverage.Topics topics = counts.topics(articles.query(scope.articles()), MOST);
        model.addAttribute("bar", FilterBar.of(address, names));
        model.addAttribute("total", Wording.number(topics.total()));
        model.addAttribute("links", Links.of(address));
        model.addAttribute("anyTime", address.in(TimeRange.ALWAYS));
        model.addAttribute("rows", rows(address, topics.topics()));
        return "topics";
    }

    private static OutletRow row(PageAddress address, Coverage.OutletActivity outlet) {
        return new OutletRow(
                outlet.label(),
                address.to("/", "outlet", outlet.id()),
                Wording.number(outlet.articles()),
                String.format(Locale.ENGLISH, "%.0f%%", outlet.reprints() * 100),
                Wording.number(outlet.revised()),
                Wording.number(outlet.quoting()),
                outlet.languages().stream()
                        .map(language -> Locale.forLanguageTag(language.tag()).getDisplayLanguage(Locale.ENGLISH))
                        .collect(Collectors.joining(", ")),
                outlet.lastPublished() == null ? null : ShownTime.of(outlet.lastPublished()));
    }

    private static List<TopicRow> rows(PageAddress address, List<Coverage.TopicActivity> topics) {
        // A topic of which only narrower ones were found has no name yet; an id tells nothing.
        List<Coverage.TopicActivity> named = topics.stream()
                .filter(topic -> !topic.label().equals(topic.id()))
                .toList();
        long most =
                named.stream().mapToLong(Coverage.TopicActivity::articles).max().orElse(1);
        return named.stream()
                .map(topic -> new TopicRow(
                        topic.label(),
                        address.to("/", "topic", topic.id()),
                        Wording.number(topic.articles()),
                        (int) (100 * topic.articles() / Math.max(1, most)),
                        topic.lastPublished() == null ? null : ShownTime.of(topic.lastPublished())))
                .toList();
    }
}
