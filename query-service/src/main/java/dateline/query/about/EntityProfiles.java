package dateline.query.about;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dateline.contract.ArticleEntity;
import dateline.query.search.CountryNames;
import dateline.query.search.FoundArticles;
import dateline.query.search.SearchUnavailable;
import dateline.query.search.Tally;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Says how an entity appears in the articles. */
@Service
public class EntityProfiles {
    /** The field of entities' ids. */
    static final String ENTITY = "entities.id";

    private final FoundArticles articles;

    EntityProfiles(FoundArticles articles) {
        this.articles = articles;
    }

    /** The part of a document that names its entities. */
    record Named(@Nullable List<ArticleEntity> entities) {}

    /**
     * The entity as the newest article has it; empty if none in the whole index names it.
     *
     * @throws SearchUnavailable if Elasticsearch can not answer
     */
    public Optional<ArticleEntity> entity(String id) {
        return articles
                .find(
                        FoundArticles.having(ENTITY, id),
                        Named.class,
                        request -> request.size(1)
                                .sort(sort -> sort.field(
                                        field -> field.field("published.at").order(SortOrder.Desc)))
                                .source(source -> source.filter(filter -> filter.includes("entities"))))
                .hits()
                .hits()
                .stream()
                .map(hit -> hit.source())
                .flatMap(named -> named == null || named.entities() == null
                        ? java.util.stream.Stream.empty()
                        : named.entities().stream())
                .filter(entity -> entity.id().equals(id))
                .findFirst();
    }

    /**
     * What these articles tell about it.
     *
     * @param among which articles count
     * @param size how many topics, countries and outlets are listed, at most
     * @throws SearchUnavailable if Elasticsearch can not answer
     */
    public Profile profile(ArticleEntity entity, Query among, int size) {
        Map<String, Aggregation> by = new HashMap<>(Tally.independentOnly());
        by.put("first", Aggregation.of(first -> first.min(min -> min.field("published.at"))));
        by.put("last", Aggregation.of(last -> last.max(max -> max.field("published.at"))));
        by.put("seen", Aggregation.of(seen -> seen.min(min -> min.field("firstSeen"))));
        by.put("outlets", Aggregation.of(outlets -> outlets.cardinality(number -> number.field("outlet.id"))));
        by.put("speaks", Aggregation.of(speaks -> speaks.filter(FoundArticles.having("speakers", entity.id()))));
        by.put("spokenOf", Aggregation.of(of -> of.filter(FoundArticles.having("quotedAbout", entity.id()))));
        by.put("topics", Tally.by("facets.topic", size));
        by.put("countries", Tally.by("countries", size));
        by.put("byOutlet", Tally.by("facets.outlet", size));
        Tally tally = articles.count(FoundArticles.all(among, FoundArticles.having(ENTITY, entity.id())), by);
        return new Profile(
                entity.id(),
                entity.name(),
                entity.type().name(),
                entity.wikidata(),
                tally.total(),
                tally.independent(),
                tally.earliest("first").orElse(null),
                tally.latest("last").orElse(null),
                tally.earliest("seen").orElse(null),
                tally.different("outlets"),
                tally.count("speaks"),
                tally.count("spokenOf"),
                tally.counted("topics"),
                CountryNames.named(tally.counted("countries")),
                tally.counted("byOutlet"));
    }
}
