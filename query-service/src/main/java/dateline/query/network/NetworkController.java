package dateline.query.network;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dateline.query.about.EntityProfiles;
import dateline.query.search.FoundArticles;
import dateline.query.search.InvalidParameter;
import dateline.query.search.Kind;
import dateline.query.search.Question;
import java.util.Optional;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /api/network}: the parameters of {@code GET /api/articles}; {@code around} an entity's id, else the network of
 * whom the found articles name most; {@code of}, {@code nodes}, {@code edges}, {@code least}, {@code reprints}.
 */
@RestController
class NetworkController {
    private static final Set<Kind> ENTITIES = Set.of(Kind.ENTITY, Kind.PERSON, Kind.ORGANISATION, Kind.PLACE);

    private final FoundArticles articles;
    private final EntityProfiles profiles;
    private final Networks networks;

    NetworkController(FoundArticles articles, EntityProfiles profiles, Networks networks) {
        this.articles = articles;
        this.profiles = profiles;
        this.networks = networks;
    }

    @GetMapping("/api/network")
    Network network(@RequestParam MultiValueMap<String, String> parameters) {
        Question question = Question.of(parameters, "around", "of", "nodes", "edges", "least", Question.REPRINTS);
        Kind of = question.choice("of", Kind.class).orElse(Kind.ENTITY);
        if (!ENTITIES.contains(of)) {
            throw new InvalidParameter("of", "must be entity, person, organisation or place");
        }
        Networks.Bounds bounds = new Networks.Bounds(
                question.number("nodes", 2, 60, 30),
                question.number("edges", 1, 500, 150),
                question.number("least", 1, 1_000_000, 2));
        Query among = articles.query(question.articles(), question.reprints(false));
        Optional<String> around = question.one("around");
        if (around.isEmpty()) {
            return networks.of(among, of, bounds);
        }
        return networks.around(
                profiles.entity(around.get())
                        .orElseThrow(() -> new InvalidParameter("around", "must be the id of an entity that is named")),
                among,
                of,
                bounds);
    }
}
