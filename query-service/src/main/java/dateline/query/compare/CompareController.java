package dateline.query.compare;

import dateline.query.attention.Chart;
import dateline.query.compare.Comparisons.Part;
import dateline.query.search.ArticleQueryReader;
import dateline.query.search.InvalidParameter;
import dateline.query.search.Question;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /api/compare}: two to six parameters {@code query}, each with the parameters of one query as they stand in a
 * URL, such as {@code query=q%3Dferry%26language%3Den}. What stands beside them holds for all.
 */
@RestController
class CompareController {
    private static final String QUERY = "query";
    private static final int FEWEST = 2;
    private static final int MOST = 6;
    private static final int MAX_LENGTH = 2_000;

    private final Comparisons comparisons;

    CompareController(Comparisons comparisons) {
        this.comparisons = comparisons;
    }

    @GetMapping("/api/compare")
    Comparison compare(@RequestParam MultiValueMap<String, String> parameters) {
        Question question = Question.of(parameters, QUERY, Chart.INTERVAL, Chart.ZONE, Chart.OF);
        List<String> queries = parameters.getOrDefault(QUERY, List.of());
        if (queries.size() < FEWEST || queries.size() > MOST) {
            throw new InvalidParameter(QUERY, "must be given " + FEWEST + " to " + MOST + " times");
        }
        return comparisons.compare(
                question.articles(),
                queries.stream().map(CompareController::part).toList(),
                Chart.of(question));
    }

    /** Reads one query; what is wrong with it is told of {@code query}. */
    private static Part part(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new InvalidParameter(QUERY, "must have at most " + MAX_LENGTH + " characters");
        }
        try {
            var part = new Part(text, ArticleQueryReader.readFilters(parameters(text), Set.of()));
            if (!part.articles().filters().published().isAlways()) {
                throw new InvalidParameter(
                        QUERY, "must have from and to beside it: all queries are over the same time");
            }
            return part;
        } catch (InvalidParameter e) {
            throw e.parameter().equals(QUERY) ? e : new InvalidParameter(QUERY, e.parameter() + ": " + e.getMessage());
        }
    }

    private static MultiValueMap<String, String> parameters(String text) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        try {
            for (String pair : text.split("&")) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                if (!name.isEmpty()) {
                    parameters.add(
                            URLDecoder.decode(name, StandardCharsets.UTF_8),
                            equals < 0 ? "" : URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
                }
            }
        } catch (IllegalArgumentException e) {
            throw new InvalidParameter(QUERY, "must be parameters as in a URL");
        }
        return parameters;
    }
}
