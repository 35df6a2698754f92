package dateline.query.about;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dateline.query.search.FoundArticles;
import dateline.query.search.Kind;
import dateline.query.search.Question;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /api/about/{entity id}}: each takes the parameters of {@code GET /api/articles}, which say what articles count.
 */
@RestController
@RequestMapping("/api/about/{id}")
class AboutController {
    private static final int MAX_ID = 256;

    private final FoundArticles articles;
    private final EntityProfiles profiles;
    private final NameUsages usages;
    private final CompanionCounts companions;
    private final QuotationSearch quotations;

    AboutController(
            FoundArticles articles,
            EntityProfiles profiles,
            NameUsages usages,
            CompanionCounts companions,
            QuotationSearch quotations) {
        this.articles = articles;
        this.profiles = profiles;
        this.usages = usages;
        this.companions = companions;
        this.quotations = quotations;
    }

    @GetMapping
    Profile profile(@PathVariable String id, @RequestParam MultiValueMap<String, String> parameters) {
        Question question = Question.of(parameters, "size");
        int size = question.number("size", 1, 300, 20);
        Query among = articles.query(question.articles());
        return profiles.profile(profiles.entity(known(id)).orElseThrow(() -> new NoSuchEntity(id)), among, size);
    }

    @GetMapping("/names")
    NameUsage names(@PathVariable String id, @RequestParam MultiValueMap<String, String> parameters) {
        Question question = Question.of(parameters, "size");
        return usages.names(known(id), articles.query(question.articles()), question.number("size", 1, 500, 50));
    }

    @GetMapping("/together")
    Companions together(@PathVariable String id, @RequestParam MultiValueMap<String, String> parameters) {
        Question question = Question.of(parameters, "of", "order", "least", "size", Question.REPRINTS);
        return companions.companions(
                known(id),
                articles.query(question.articles(), question.reprints(false)),
                question.choice("of", Kind.class).orElse(Kind.ENTITY),
                question.choice("order", CompanionCounts.Order.class).orElse(CompanionCounts.Order.SIGNIFICANCE),
                question.number("least", 1, 1_000_000, 3),
                question.number("size", 1, 200, 30));
    }

    @GetMapping("/quotes")
    Quotations quotes(@PathVariable String id, @RequestParam MultiValueMap<String, String> parameters) {
        Question question = Question.of(parameters, "whose", "size", "next", Question.REPRINTS);
        return quotations.quotations(
                known(id),
                articles.query(question.articles(), question.reprints(false)),
                question.choice("whose", QuotationSearch.Whose.class).orElse(QuotationSearch.Whose.BY),
                question.number("size", 1, 100, 20),
                question.one("next").orElse(null));
    }

    private static String known(String id) {
        if (id.length() > MAX_ID || id.isBlank()) {
            throw new NoSuchEntity(id);
        }
        return id;
    }
}
