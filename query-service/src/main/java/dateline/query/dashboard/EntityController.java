package dateline.query.dashboard;

import dateline.contract.ArticleEntity;
import dateline.query.about.CompanionCounts;
import dateline.query.about.EntityProfiles;
import dateline.query.about.NameUsages;
import dateline.query.about.QuotationSearch;
import dateline.query.attention.AttentionCounts;
import dateline.query.attention.Chart;
import dateline.query.geography.PlaceCounts;
import dateline.query.search.ArticleQueryReader;
import dateline.query.search.ArticleSearch;
import dateline.query.search.Attribute;
import dateline.query.search.FoundArticles;
import dateline.query.search.Kind;
import dateline.query.search.Question;
import java.time.Instant;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of a person, an organisation or a place. */
@Controller
class EntityController {
    private static final int LISTED = 10;
    private static final int PLACES = 200;
    private static final int QUOTED = 5;
    private static final int TOGETHER = 2;
    private static final int LONGEST_ID = 256;

    private final ArticleSearch search;
    private final FoundArticles articles;
    private final EntityProfiles profiles;
    private final NameUsages usages;
    private final CompanionCounts companions;
    private final QuotationSearch quotations;
    private final AttentionCounts attention;
    private final PlaceCounts places;
    private final KnownNames names;

    EntityController(
            ArticleSearch search,
            FoundArticles articles,
            EntityProfiles profiles,
            NameUsages usages,
            CompanionCounts companions,
            QuotationSearch quotations,
            AttentionCounts attention,
            PlaceCounts places,
            KnownNames names) {
        this.search = search;
        this.articles = articles;
        this.profiles = profiles;
        this.usages = usages;
        this.companions = companions;
        this.quotations = quotations;
        this.attention = attention;
        this.places = places;
        this.names = names;
    }

    @GetMapping("/entity")
    String entity(@RequestParam MultiValueMap<String, String> parameters, Model model) {
        PageAddress address = PageAddress.of("/entity", TimeRange.WEEK, parameters);
        String id = address.first("id");
        if (id.isEmpty() || id.length() > LONGEST_ID) {
            throw new NoSuchPage("The address does not say who or what is meant.");
        }
        Instant now = Instant.now();
        Question scope = Question.of(address.scope(now));
        ArticleEntity entity = profiles.entity(id)
                .orElseThrow(() -> new NoSuchPage("No article names anybody or anything with this id."));
        model.addAttribute("bar", FilterBar.of(address, names));
        model.addAttribute("view", EntityView.of(address, answers(address, scope, entity, now)));
        return "entity";
    }

    private EntityView.Answers answers(PageAddress address, Question scope, ArticleEntity entity, Instant now) {
        String id = entity.id();
        var among = articles.query(scope.articles());
        var naming = scope.articles().with(scope.articles().filters().with(Attribute.ENTITY, id));
        MultiValueMap<String, String> list = address.scope(now);
        list.add("entity", id);
        list.set("sort", "newest");
        list.set("size", Integer.toString(LISTED));
        list.set("facets", "language");
        try (AtOnce atOnce = new AtOnce()) {
            var profile = atOnce.ask(() -> profiles.profile(entity, among, LISTED));
            var called = atOnce.ask(() -> usages.names(id, among, LISTED));
            var together = atOnce.ask(() -> companions.companions(
                    id, among, Kind.ENTITY, CompanionCounts.Order.SIGNIFICANCE, TOGETHER, LISTED));
            var by = atOnce.ask(() -> quotations.quotations(id, among, QuotationSearch.Whose.BY, QUOTED, null));
            var about = atOnce.ask(() -> quotations.quotations(id, among, QuotationSearch.Whose.ABOUT, QUOTED, null));
            var where = atOnce.ask(() -> places.places(articles.query(naming), PLACES));
            var latest = atOnce.ask(() -> search.search(ArticleQueryReader.read(list)));
            var counts = atOnce.ask(() -> attention.attention(naming, Chart.of(scope)));
            return new EntityView.Answers(
                    profile.get(),
                    called.get(),
                    together.get(),
                    by.get(),
                    about.get(),
                    where.get(),
                    latest.get(),
                    ChartView.of(counts.get(), address));
        }
    }
}
