package dateline.query.dashboard;

import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of saved searches: a frame, which a script fills from the API with what the caller may see. */
@Controller
class SearchesController {
    /** A saved search has no time: it tells what comes. */
    private static final Set<String> TIMES = Set.of("range", "from", "to", "sort", "next");

    private final KnownNames names;

    SearchesController(KnownNames names) {
        this.names = names;
    }

    @GetMapping("/searches")
    String searches(@RequestParam MultiValueMap<String, String> parameters, Model model) {
        PageAddress address = PageAddress.of("/searches", TimeRange.WEEK, parameters);
        MultiValueMap<String, String> filters = new LinkedMultiValueMap<>(parameters);
        TIMES.forEach(filters::remove);
        PageAddress timeless = PageAddress.of("/searches", TimeRange.ALWAYS, filters);
        model.addAttribute("bar", FilterBar.of(address, names));
        String api = timeless.api("/api/articles");
        model.addAttribute("query", api.contains("?") ? api.substring(api.indexOf('?') + 1) : "");
        return "searches";
    }
}
