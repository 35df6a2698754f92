package dateline.enrich.geography;

import dateline.contract.ArticleEntity;
import dateline.contract.ArticleLanguage;
import dateline.contract.EntityType;
import dateline.contract.Geography;
import dateline.contract.IncomingArticle;
import dateline.contract.RawArticle;
import dateline.enrich.knowledge.CurrentKnowledge;
import dateline.enrich.knowledge.Entity;
import dateline.enrich.knowledge.KnowledgeBase;
import dateline.enrich.pipeline.Enricher;
import dateline.enrich.pipeline.Findings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Notes where the article plays. Runs after the entities, whose places it puts on the map. */
@Component
class GeographyEnricher implements Enricher {
    private static final String RULES = "5";

    /** What an edition of the knowledge base says of places. */
    private record Known(Atlas atlas, DatelineFinder datelines, Demonyms demonyms, String version) {
        static Known of(CurrentKnowledge.Edition edition) {
            KnowledgeBase knowledge = edition.base();
            Atlas atlas = new Atlas(knowledge);
            return new Known(
                    atlas,
                    new DatelineFinder(
                            atlas, new PlaceNames(knowledge.entities()), new DatelineWords(knowledge.entities())),
                    new Demonyms(
                            knowledge.demonyms(),
                            place -> knowledge
                                    .find(place)
                                    .flatMap(Entity::country)
                                    .orElse(null)),
                    RULES + edition.suffix());
        }
    }

    private final Supplier<Known> known;

    GeographyEnricher(CurrentKnowledge knowledge) {
        this.known = knowledge.derive(Known::of);
    }

    @Override
    public void awaitLoaded() {
        Objects.requireNonNull(known.get());
    }

    @Override
    public String name() {
        return "geography";
    }

    @Override
    public String version() {
        return known.get().version();
    }

    @Override
    public void enrich(RawArticle raw, Findings findings) {
        Known now = known.get();
        Atlas atlas = now.atlas();
        IncomingArticle article = raw.article();
        Optional<DatelineFinder.Dateline> dateline = now.datelines().find(article, findings.mentions());
        Map<String, Integer> mentions = new HashMap<>();
        findings.entities().forEach(entity -> mentions.put(entity.id(), entity.mentions()));
        dateline.map(DatelineFinder.Dateline::mention)
                .ifPresent(mention -> mentions.merge(mention.entityId(), -1, Integer::sum));
        List<Geography.Place> places = new ArrayList<>();
        CountryEvidence evidence = new CountryEvidence();
        for (ArticleEntity found : findings.entities()) {
            int times = mentions.getOrDefault(found.id(), 0);
            Entity entity = atlas.find(found.id()).orElse(null);
            if (entity == null || times <= 0) {
                continue;
            }
            double weight = weight(found.type()) * (found.firstMention() < 0 ? CountryEvidence.IN_TITLE : 1);
            evidence.add(entity.countryCode(), weight, times);
            if (found.type() == EntityType.PLACE) {
                atlas.place(found.id(), times)
                        .filter(place -> place.latitude() != null)
                        .ifPresent(places::add);
            }
        }
        places.sort(Comparator.comparingInt(Geography.Place::mentions).reversed());
        Geography.Place writtenAt = dateline.map(found -> place(atlas, found)).orElse(null);
        evidence.add(writtenAt == null ? null : writtenAt.country(), CountryEvidence.DATELINE, 1);
        hints(now.demonyms(), article, findings.language())
                .forEach((country, times) -> evidence.add(country, CountryEvidence.DEMONYM, times));
        findings.geography(new Geography(
                writtenAt, places, evidence.countries(article.outlet().country())));
    }

    private static double weight(EntityType type) {
        return switch (type) {
            case PLACE -> CountryEvidence.PLACE;
            case PERSON -> CountryEvidence.PERSON;
            case ORGANISATION -> CountryEvidence.ORGANISATION;
        };
    }

    /** A place that the knowledge base does not hold is named all the same, without a position. */
    private static Geography.Place place(Atlas atlas, DatelineFinder.Dateline dateline) {
        return atlas.place(dateline.entityId(), 1)
                .orElseGet(() -> new Geography.Place(dateline.entityId(), dateline.name(), null, null, null, 1));
    }

    private static Map<String, Integer> hints(
            Demonyms demonyms, IncomingArticle article, @Nullable ArticleLanguage language) {
        Map<String, Integer> counts = new HashMap<>();
        if (language != null) {
            String primary = Locale.forLanguageTag(language.tag()).getLanguage();
            demonyms.count(article.title(), primary, counts);
            demonyms.count(article.body(), primary, counts);
        }
        return counts;
    }
}
