package dateline.query.suggest;

import dateline.query.index.Names;
import dateline.query.search.InvalidParameter;
import dateline.query.search.RequestValues;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/suggest?q=…}, with {@code kind} several times if need be and {@code size}. */
@RestController
class SuggestController {
    private static final int SIZE = 10;
    private static final int MOST = 50;

    private final List<SuggestionSource> sources;

    SuggestController(List<SuggestionSource> sources) {
        this.sources = List.copyOf(sources);
    }

    @GetMapping("/api/suggest")
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "What was typed, in any script.",
            schema = @Schema(type = "string"))
    @Parameter(
            name = "kind",
            in = ParameterIn.QUERY,
            description = "Only these kinds.",
            array = @ArraySchema(schema = @Schema(type = "string")))
    @Parameter(
            name = "size",
            in = ParameterIn.QUERY,
            description = "How many, at most.",
            schema = @Schema(type = "integer", minimum = "1", maximum = "50", defaultValue = "10"))
    List<Suggestion> suggest(@RequestParam MultiValueMap<String, String> parameters) {
        RequestValues values = new RequestValues(parameters);
        values.refuseOthers("q", "kind", "size");
        int size = values.number("size", 1, MOST, SIZE);
        Set<String> kinds = kinds(values.many("kind"));
        String text = values.one("q").orElse("");
        List<Suggestion> all = new ArrayList<>();
        if (!text.isEmpty()) {
            sources.forEach(source -> all.addAll(source.suggest(text, kinds, size)));
        }
        String folded = Names.fold(text);
        all.sort(Comparator.comparing((Suggestion each) -> !each.isCalled(folded))
                .thenComparing(Comparator.comparingLong(Suggestion::articles).reversed()));
        return List.copyOf(all.subList(0, Math.min(size, all.size())));
    }

    private Set<String> kinds(List<String> given) {
        Set<String> known = sources.stream()
                .flatMap(source -> source.kinds().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!known.containsAll(given)) {
            throw new InvalidParameter("kind", "must be some of " + String.join(", ", known));
        }
        return given.isEmpty() ? known : Set.copyOf(given);
    }
}
