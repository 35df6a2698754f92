package dateline.query.dashboard;

import dateline.query.about.Companions;
import dateline.query.about.NameUsage;
import dateline.query.about.Profile;
import dateline.query.about.Quotations;
import dateline.query.dashboard.RankRow.Ranked;
import dateline.query.geography.Places;
import dateline.query.search.ArticlePage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that an entity's page shows.
 *
 * @param kind such as {@code person}
 * @param wikidata its page there, if it is known there
 * @param articles how many articles name it in the time shown, in words
 * @param anyTime the same page without bounds of time
 * @param facts what else is known of it
 * @param names what it is called, as spelled
 * @param callers who calls it what
 * @param companions who is named together with it
 * @param by what it said
 * @param about what others said about it
 * @param topics what the articles are about
 * @param outlets who publishes them
 * @param map where they play; none if nowhere
 */
public record EntityView(
        String id,
        String name,
        String kind,
        @Nullable String wikidata,
        String articles,
        String anyTime,
        List<ArticleView.Fact> facts,
        List<RankRow> names,
        List<Caller> callers,
        List<RankRow> companions,
        List<Said> by,
        List<Said> about,
        List<RankRow> topics,
        List<RankRow> outlets,
        @Nullable MapView map,
        @Nullable ChartView chart,
        List<ResultView> latest,
        Links links) {
    private static final int ROWS = 10;
    private static final int NAMES_OF_CALLER = 4;
    private static final int LONGEST_QUOTE = 600;

    /** An outlet, and the names it uses. */
    public record Caller(String outlet, String link, String names) {}

    /** A quotation with who said it where. */
    public record Said(
            String text,
            boolean direct,
            @Nullable String speaker,
            String link,
            String title,
            String outlet,
            ShownTime published,
            @Nullable String language) {}

    /** What was asked about an entity, answered. */
    record Answers(
            Profile profile,
            NameUsage names,
            Companions companions,
            Quotations by,
            Quotations about,
            Places places,
            ArticlePage latest,
            @Nullable ChartView chart) {}

    static EntityView of(PageAddress address, Answers answers) {
        Profile profile = answers.profile();
        return new EntityView(
                profile.id(),
                profile.name(),
                profile.type().toLowerCase(Locale.ROOT),
                profile.wikidata() != null && profile.wikidata().matches("Q[0-9]+")
                        ? "https://www.wikidata.org/wiki/" + profile.wikidata()
                        : null,
                Wording.articles(profile.articles()),
                address.in(TimeRange.ALWAYS),
                facts(profile),
                names(address, answers.names()),
                callers(address, answers.names()),
                RankRow.of(
                        answers.companions().companions().stream()
                                .limit(ROWS)
                                .map(other -> new Ranked(other.id(), other.label(), other.together(), null))
                                .toList(),
                        address::entity),
                said(answers.by()),
                said(answers.about()),
                RankRow.counted(profile.topics(), ROWS, id -> address.to("/", "topic", id)),
                RankRow.counted(profile.byOutlet(), ROWS, id -> address.to("/search", "outlet", id)),
                MapView.of(answers.places(), address),
                answers.chart(),
                answers.latest().items().stream()
                        .map(item -> ResultView.of(address, item))
                        .toList(),
                Links.of(address));
    }

    private static List<RankRow> names(PageAddress address, NameUsage usage) {
        return RankRow.of(
                usage.names().stream()
                        .limit(ROWS)
                        .map(name -> new Ranked(name.name(), name.name(), name.articles(), null))
                        .toList(),
                name -> address.to("/search", "q", '"' + name.replace("\"", "") + '"'));
    }

    private static List<Caller> callers(PageAddress address, NameUsage usage) {
        return usage.outlets().stream()
                .limit(ROWS)
                .map(outlet -> new Caller(
                        outlet.label(),
                        address.to("/search", "outlet", outlet.id()),
                        outlet.uses().stream()
                                .limit(NAMES_OF_CALLER)
                                .map(use -> use.name() + " (" + Wording.number(use.articles()) + ")")
                                .collect(Collectors.joining(", "))))
                .toList();
    }

    private static List<Said> said(Quotations quotations) {
        return quotations.quotations().stream()
                .limit(ROWS)
                .map(quotation -> new Said(
                        shortened(quotation.text()),
                        quotation.kind().equals("DIRECT"),
                        quotation.speaker(),
                        "/articles/" + quotation.article().id(),
                        quotation.article().title(),
                        quotation.article().outlet().name(),
                        ShownTime.of(quotation.article().published()),
                        quotation.article().language()))
                .toList();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_QUOTE
                ? text
                : text.substring(
                                0,
                                text.offsetByCodePoints(
                                        0, Math.min(LONGEST_QUOTE, text.codePointCount(0, text.length()))))
                        + "…";
    }

    private static List<ArticleView.Fact> facts(Profile profile) {
        List<ArticleView.Fact> facts = new ArrayList<>();
        facts.add(new ArticleView.Fact("Articles without reprints", Wording.number(profile.independent()), null));
        facts.add(new ArticleView.Fact("Outlets", Wording.number(profile.outlets()), null));
        facts.add(new ArticleView.Fact("Quoted in", Wording.articles(profile.quotedIn()), null));
        facts.add(new ArticleView.Fact("Spoken of in quotations in", Wording.articles(profile.quotedAboutIn()), null));
        if (profile.firstPublished() != null && profile.lastPublished() != null) {
            facts.add(new ArticleView.Fact(
                    "Named",
                    ShownTime.day(profile.firstPublished()) + " – " + ShownTime.day(profile.lastPublished()),
                    null));
        }
        if (!profile.countries().isEmpty()) {
            facts.add(new ArticleView.Fact(
                    "Countries",
                    profile.countries().stream()
                            .limit(5)
                            .map(country -> country.label())
                            .collect(Collectors.joining(", ")),
                    null));
        }
        facts.add(new ArticleView.Fact("Id", profile.id(), null));
        return facts;
    }
}
