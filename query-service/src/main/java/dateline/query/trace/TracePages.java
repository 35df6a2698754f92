package dateline.query.trace;

import dateline.contract.ArticleId;
import dateline.contract.CanonicalUrl;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /console/trace}: where is my article? */
@Controller
class TracePages {
    private final Tracer tracer;

    TracePages(Tracer tracer) {
        this.tracer = tracer;
    }

    @GetMapping("/console/trace")
    String trace(@RequestParam(defaultValue = "") String q, Model model) {
        String asked = q.strip();
        model.addAttribute("q", asked);
        if (asked.isEmpty()) {
            return "console/trace";
        }
        if (ArticleId.isValid(asked)) {
            model.addAttribute("trace", tracer.ofId(asked));
            return "console/trace";
        }
        try {
            model.addAttribute("trace", tracer.ofUrl(CanonicalUrl.of(asked)));
        } catch (IllegalArgumentException e) {
            model.addAttribute("problem", "That is neither an address nor an article's id: " + e.getMessage() + ".");
        }
        return "console/trace";
    }
}
