package dateline.query.attention;

import dateline.query.search.Question;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/attention}: the parameters of {@code GET /api/articles}, {@code interval}, {@code zone} and
 * {@code of}. */
@RestController
class AttentionController {
    private final AttentionCounts counts;

    AttentionController(AttentionCounts counts) {
        this.counts = counts;
    }

    @GetMapping("/api/attention")
    Attention attention(@RequestParam MultiValueMap<String, String> parameters) {
        Question question = Question.of(parameters, Chart.INTERVAL, Chart.ZONE, Chart.OF);
        return counts.attention(question.articles(), Chart.of(question));
    }
}
