package dateline.query.dashboard;

import dateline.contract.ArticleEntity;
import dateline.contract.ArticleLanguage;
import dateline.contract.Block;
import dateline.contract.Change;
import dateline.contract.IncomingArticle;
import dateline.contract.Mention;
import dateline.contract.Quote;
import dateline.query.search.ArticleDetail;
import dateline.query.search.SimilarArticles;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that an article's page shows.
 *
 * @param same those whose text it repeats, or which repeat its text
 * @param related others about the same
 */
public record ArticleView(
        String id,
        String plainTitle,
        MarkedText title,
        @Nullable String subtitle,
        String outlet,
        String outletLink,
        String bylines,
        ShownTime published,
        @Nullable String source,
        String sourceText,
        @Nullable String languageTag,
        List<BlockView> blocks,
        List<Said> quotes,
        List<Group> groups,
        List<Fact> facts,
        Map<String, List<String>> furniture,
        int furnitureCount,
        List<Revision> revisions,
        List<ResultView> same,
        List<ResultView> related) {

    /**
     * A block of the article.
     *
     * @param kind such as {@code paragraph}
     * @param lines one, or a list's items
     */
    public record BlockView(String kind, List<MarkedText> lines) {}

    /** Entities of one type, or topics. */
    public record Group(String title, List<Tag> tags) {}

    /** Something known about the article, with where it is known from. */
    public record Fact(String name, String value, @Nullable String source) {}

    /** A quotation. */
    public record Said(
            String text, String speaker, @Nullable String link) {}

    /** A change. */
    public record Revision(
            int revision, ShownTime at, @Nullable String previousTitle, List<String> added, List<String> removed) {}

    /** For templates: where everything with this entity is found. */
    static String entityLink(String id) {
        return "/entity?id=" + URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    static ArticleView of(ArticleDetail article, SimilarArticles similar, PageAddress address) {
        return new ArticleView(
                article.id(),
                article.title().isBlank() ? "Untitled" : article.title(),
                title(article),
                article.subtitle(),
                article.outlet().name(),
                link("outlet", article.outlet().id()),
                String.join(", ", article.bylines()),
                ShownTime.of(article.published()),
                webAddress(article.url()),
                article.url(),
                article.language() == null ? null : article.language().tag(),
                blocks(article),
                quotes(article),
                groups(article),
                facts(article),
                article.furniture().stream()
                        .collect(Collectors.groupingBy(
                                left -> left.reason() == null ? "other" : Wording.words(left.reason()),
                                TreeMap::new,
                                Collectors.mapping(left -> left.text(), Collectors.toList()))),
                article.furniture().size(),
                article.changes().reversed().stream().map(ArticleView::revision).toList(),
                similar.nearDuplicates().stream()
                        .map(near -> ResultView.of(address, near.article()))
                        .toList(),
                similar.related().stream()
                        .map(item -> ResultView.of(address, item))
                        .toList());
    }

    private static MarkedText title(ArticleDetail article) {
        String title = article.title().isBlank() ? "Untitled" : article.title();
        return MarkedText.ofMentions(title, 0, title.length(), mentions(article, Mention.Field.TITLE));
    }

    private static List<Mention> mentions(ArticleDetail article, Mention.Field field) {
        return article.mentions().stream()
                .filter(mention -> mention.field() == field && mention.entityId() != null)
                .toList();
    }

    /** The blocks in reading order; mentions' offsets count through those that are part of the body. */
    private static List<BlockView> blocks(ArticleDetail article) {
        Marks marks = Marks.of(article);
        List<BlockView> views = new ArrayList<>();
        int at = 0;
        for (Block block : article.blocks()) {
            boolean body = block.kind().isBody();
            String text = body ? article.body() : block.text();
            int from = body ? at : 0;
            int to = from + block.text().length();
            views.add(new BlockView(
                    Wording.words(block.kind()).replace(' ', '-'),
                    lines(block, text, from, to, body ? marks : Marks.NONE)));
            at = body ? to + IncomingArticle.BLOCK_SEPARATOR.length() : at;
        }
        return views;
    }

    private static List<MarkedText> lines(Block block, String text, int from, int to, Marks marks) {
        if (block.kind() != Block.Kind.LIST) {
            return List.of(marks.in(text, from, to));
        }
        List<MarkedText> items = new ArrayList<>();
        int start = from;
        while (start <= to) {
            int feed = text.indexOf('\n', start);
            int end = feed < 0 || feed > to ? to : feed;
            items.add(marks.in(text, start, end));
            start = end + 1;
        }
        return items;
    }

    /** What is marked in the body. */
    private record Marks(List<Mention> mentions, List<MarkedText.Note> notes, List<MarkedText.Saying> sayings) {
        static final Marks NONE = new Marks(List.of(), List.of(), List.of());

        static Marks of(ArticleDetail article) {
            List<MarkedText.Note> notes = new ArrayList<>();
            article.figures()
                    .forEach(figure -> notes.add(
                            new MarkedText.Note(figure.start(), figure.end(), "figure", Wording.figure(figure))));
            article.dates()
                    .forEach(date -> notes.add(new MarkedText.Note(date.start(), date.end(), "time", date.value())));
            return new Marks(
                    ArticleView.mentions(article, Mention.Field.BODY),
                    notes,
                    article.quotes().stream()
                            .map(quote -> new MarkedText.Saying(
                                    quote.start(), quote.end(), "Said by " + speaker(article, quote)))
                            .toList());
        }

        MarkedText in(String text, int from, int to) {
            return MarkedText.ofAll(text, from, to, mentions, notes, sayings);
        }
    }

    /** The quotations, each stretch with its speaker; what continues one belongs to the same. */
    private static List<Said> quotes(ArticleDetail article) {
        List<Said> said = new ArrayList<>();
        for (Quote quote : article.quotes()) {
            if (quote.continues() && !said.isEmpty()) {
                Said before = said.removeLast();
                said.add(new Said(before.text() + " … " + quote.text(), before.speaker(), before.link()));
            } else {
                said.add(new Said(
                        quote.text(),
                        speaker(article, quote),
                        quote.speakerId() == null ? null : entityLink(quote.speakerId())));
            }
        }
        return said;
    }

    private static String speaker(ArticleDetail article, Quote quote) {
        return article.entities().stream()
                .filter(entity -> entity.id().equals(quote.speakerId()))
                .map(ArticleEntity::name)
                .findFirst()
                .orElse(quote.speaker() == null ? "somebody who is not named" : quote.speaker());
    }

    private static List<Group> groups(ArticleDetail article) {
        List<Group> groups = new ArrayList<>();
        Map<String, List<Tag>> byType = article.entities().stream()
                .filter(entity -> entity.type() != null)
                .collect(Collectors.groupingBy(
                        entity -> Wording.words(entity.type()),
                        TreeMap::new,
                        Collectors.mapping(ArticleView::tag, Collectors.toList())));
        add(groups, "People", byType.get("person"));
        add(groups, "Organisations", byType.get("organisation"));
        add(groups, "Places", byType.get("place"));
        add(
                groups,
                "Topics",
                article.topics().stream()
                        .map(topic -> new Tag("topic", topic.name(), link("topic", topic.id())))
                        .toList());
        return groups;
    }

    private static Tag tag(ArticleEntity entity) {
        return new Tag(Wording.words(entity.type()), entity.name(), entityLink(entity.id()));
    }

    private static void add(List<Group> groups, String title, @Nullable List<Tag> tags) {
        if (tags != null && !tags.isEmpty()) {
            groups.add(new Group(title, tags));
        }
    }

    private static List<Fact> facts(ArticleDetail article) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "Published",
                ShownTime.of(article.published()).human(),
                "to the " + Wording.words(article.published().precision()) + ", from "
                        + Wording.source(article.published().source())));
        if (article.modified() != null) {
            facts.add(new Fact(
                    "Changed by the outlet",
                    ShownTime.of(article.modified()).human(),
                    "from " + Wording.source(article.modified().source())));
        }
        if (article.geography() != null && article.geography().dateline() != null) {
            facts.add(new Fact("Written in", article.geography().dateline().name(), "from its dateline"));
        }
        if (article.reading() != null) {
            facts.add(new Fact("Length", Wording.number(article.reading().words()) + " words", null));
        }
        facts.add(new Fact("First seen", ShownTime.of(article.firstSeen()).human(), null));
        if (article.revision() > 1) {
            facts.add(new Fact(
                    "Revision " + article.revision(),
                    ShownTime.of(article.revisedAt()).human(),
                    null));
        }
        facts.add(new Fact("Enriched", ShownTime.of(article.enrichedAt()).human(), enrichers(article)));
        if (article.language() != null) {
            facts.add(new Fact(
                    "Language",
                    Locale.forLanguageTag(article.language().tag()).getDisplayLanguage(Locale.ENGLISH),
                    "from " + languageSource(article.language())));
        }
        if (article.section() != null) {
            facts.add(new Fact("Section", article.section(), "from the outlet"));
        }
        if (!article.tags().isEmpty()) {
            facts.add(new Fact("Keywords", String.join(", ", article.tags()), "from the outlet"));
        }
        String feed = article.origin().feedId();
        facts.add(feed == null ? new Fact("Came by", "submission", null) : new Fact("Came by feed", feed, null));
        article.origin().notes().forEach(note -> facts.add(new Fact("Note", note, null)));
        article.failures().forEach((name, why) -> facts.add(new Fact("Not enriched: " + name, why, null)));
        facts.add(new Fact("Id", article.id(), null));
        return facts;
    }

    private static String languageSource(ArticleLanguage language) {
        return switch (language.source() == null ? ArticleLanguage.Source.UNKNOWN : language.source()) {
            case BODY -> "its own words";
            case DECLARED -> "what was declared";
            case UNKNOWN -> "nothing";
        };
    }

    private static @Nullable String enrichers(ArticleDetail article) {
        return article.enrichers().isEmpty()
                ? null
                : new TreeMap<>(article.enrichers())
                        .entrySet().stream()
                                .map(entry -> entry.getKey() + " " + entry.getValue())
                                .collect(Collectors.joining(", "));
    }

    private static Revision revision(Change change) {
        return new Revision(
                change.revision(), ShownTime.of(change.at()), change.previousTitle(), change.added(), change.removed());
    }

    /** An article's URL is untrusted too: only what leads to the web may be a link. */
    private static @Nullable String webAddress(String url) {
        return url.startsWith("https://") || url.startsWith("http://") ? url : null;
    }

    private static String link(String parameter, String value) {
        return "/?" + parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
