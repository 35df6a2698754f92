package dateline.query.dashboard;

import dateline.query.suggest.Suggestion;
import dateline.query.suggest.SuggestionSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the search field offers while somebody types: a piece of a page. */
@Controller
class FindController {
    private static final int OFFERED = 8;
    private static final int LONGEST = 100;
    private static final Set<String> ENTITIES = Set.of("person", "organisation", "place");

    private final List<SuggestionSource> sources;

    FindController(List<SuggestionSource> sources) {
        this.sources = List.copyOf(sources);
    }

    @GetMapping("/find")
    String find(
            @RequestParam(defaultValue = "") String q,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model) {
        MultiValueMap<String, String> time = new LinkedMultiValueMap<>(parameters);
        time.keySet().retainAll(Set.of("range", "from", "to"));
        PageAddress address = PageAddress.of("/search", TimeRange.WEEK, time);
        String text = q.strip();
        List<Suggestion> found = new ArrayList<>();
        if (!text.isEmpty() && text.length() <= LONGEST) {
            sources.forEach(source -> found.addAll(source.suggest(text, source.kinds(), OFFERED)));
        }
        found.sort(Comparator.comparingLong(Suggestion::articles).reversed());
        List<Offer> offers = new ArrayList<>();
        for (Suggestion suggestion : found.subList(0, Math.min(OFFERED, found.size()))) {
            if (suggestion.parameter() != null) {
                offers.add(offer(offers.size(), suggestion, suggestion.parameter(), address));
            }
        }
        model.addAttribute("offers", offers);
        return "find";
    }

    private static Offer offer(int number, Suggestion suggestion, String parameter, PageAddress address) {
        String name = suggestion.matched() == null
                ? suggestion.label()
                : suggestion.label() + " (" + suggestion.matched() + ")";
        String page = ENTITIES.contains(suggestion.kind())
                ? address.entity(suggestion.id())
                : address.to("/", parameter, suggestion.id());
        return new Offer(number, suggestion.kind(), name, Wording.number(suggestion.articles()), page);
    }
}
