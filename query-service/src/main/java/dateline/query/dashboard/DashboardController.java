package dateline.query.dashboard;

import dateline.contract.ArticleId;
import dateline.query.search.ArticleDetail;
import dateline.query.search.ArticleQuery;
import dateline.query.search.ArticleQueryReader;
import dateline.query.search.ArticleSearch;
import dateline.query.search.InvalidParameter;
import dateline.query.search.SearchUnavailable;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages at {@code /}. */
@Controller
class DashboardController {
    private final ArticleSearch search;

    DashboardController(ArticleSearch search) {
        this.search = search;
    }

    @GetMapping("/")
    String search(@RequestParam MultiValueMap<String, String> parameters, Model model, HttpServletResponse response) {
        PageAddress address = PageAddress.of(parameters);
        model.addAttribute("view", answer(address, response));
        return "search";
    }

    private SearchView answer(PageAddress address, HttpServletResponse response) {
        try {
            ArticleQuery asked = ArticleQueryReader.read(new LinkedMultiValueMap<>(address.values()));
            return SearchView.of(address, search.search(asked), search.timeline(asked));
        } catch (InvalidParameter e) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return SearchView.failed(address, "This can not be searched for: " + e.getMessage() + ".");
        } catch (SearchUnavailable e) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            return SearchView.failed(address, String.valueOf(e.getMessage()));
        }
    }

    @GetMapping("/articles/{id}")
    String article(@PathVariable String id, Model model, HttpServletResponse response) {
        try {
            Optional<ArticleDetail> found = ArticleId.isValid(id) ? search.find(id) : Optional.empty();
            if (found.isPresent()) {
                model.addAttribute("article", ArticleView.of(found.get()));
                return "article";
            }
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("status", HttpStatus.NOT_FOUND.value());
            model.addAttribute("message", "There is no such article. It may have been taken down.");
        } catch (SearchUnavailable e) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            model.addAttribute("message", String.valueOf(e.getMessage()));
        }
        return "error";
    }
}
