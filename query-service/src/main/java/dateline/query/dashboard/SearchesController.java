package dateline.query.dashboard;

import dateline.query.saved.Backtest;
import dateline.query.saved.QueryText;
import dateline.query.saved.SavedSearch;
import dateline.query.saved.SavedSearches;
import dateline.query.saved.SearchProblem;
import dateline.query.stream.RecentAlerts;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The pages of saved searches. What depends on who looks, and whatever changes something, is done by a script with the
 * API.
 */
@Controller
class SearchesController {
    /** A saved search has no time: it tells what comes. */
    private static final Set<String> TIMES = Set.of("range", "from", "to", "sort", "next");

    private final KnownNames names;
    private final SavedSearches searches;
    private final Backtest backtest;
    private final RecentAlerts alerts;

    SearchesController(KnownNames names, SavedSearches searches, Backtest backtest, RecentAlerts alerts) {
        this.names = names;
        this.searches = searches;
        this.backtest = backtest;
        this.alerts = alerts;
    }

    @GetMapping("/searches")
    String searches(@RequestParam MultiValueMap<String, String> parameters, Model model) {
        PageAddress address = PageAddress.of("/searches", TimeRange.WEEK, parameters);
        MultiValueMap<String, String> filters = new LinkedMultiValueMap<>(parameters);
        TIMES.forEach(filters::remove);
        PageAddress timeless = PageAddress.of("/searches", TimeRange.ALWAYS, filters);
        model.addAttribute("bar", FilterBar.of(address, names));
        String api = timeless.api("/api/articles");
        String query = api.contains("?") ? api.substring(api.indexOf('?') + 1) : "";
        model.addAttribute("query", query);
        if (!query.isEmpty()) {
            lookBack(query, model);
        }
        return "searches";
    }

    private void lookBack(String query, Model model) {
        try {
            Backtest.Result result = backtest.of(QueryText.read(query), true);
            model.addAttribute("lately", SavedSearchView.Lately.of(result, true, QueryText.parameters(query)));
        } catch (SearchProblem e) {
            model.addAttribute("refused", e.getMessage());
        }
    }

    @GetMapping("/searches/{id}")
    String search(@PathVariable String id, Model model) {
        SavedSearch search = searches.find(id)
                .orElseThrow(() -> new NoSuchPage(
                        searches.isComplete()
                                ? "There is no such saved search. It may have been deleted."
                                : "The saved searches have not been read yet. Try again in a moment."));
        Backtest.Result result = backtest.of(QueryText.read(search.query()), search.oncePerStory());
        PageAddress address = PageAddress.of("/searches", TimeRange.WEEK, new LinkedMultiValueMap<>());
        model.addAttribute("bar", FilterBar.of(address, names));
        model.addAttribute("view", SavedSearchView.of(search, result, alerts.alerts(id), names));
        return "saved-search";
    }
}
