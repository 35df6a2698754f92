package dateline.query.dashboard;

import dateline.contract.ArticleEntity;
import dateline.contract.ArticleLanguage;
import dateline.contract.Block;
import dateline.contract.Change;
import dateline.contract.IncomingArticle;
import dateline.contract.Mention;
import dateline.query.search.ArticleDetail;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All that an article's page shows. */
record ArticleView(
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
        List<Group> groups,
        List<Fact> facts,
        Map<String, List<String>> furniture,
        int furnitureCount,
        List<Revision> revisions) {

    /**
     * A block of the article.
     *
     * @param kind such as {@code paragraph}
     * @param lines one, or a list's items
     */
    record BlockView(String kind, List<MarkedText> lines) {}

    /** Entities of one type, or topics. */
    record Group(String title, List<Tag> tags) {}

    /** Something known about the article, with where it is known from. */
    record Fact(String name, String value, @Nullable String source) {}

    /** A change. */
    record Revision(
            int revision, ShownTime at, @Nullable String previousTitle, List<String> added, List<String> removed) {}

    /** For templates: where everything with this entity is found. */
    static String entityLink(String id) {
        return "/entity?id=" + URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    static ArticleView of(ArticleDetail article) {
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
                groups(article),
                facts(article),
                article.furniture().stream()
                        .collect(Collectors.groupingBy(
                                left -> left.reason() == null ? "other" : Wording.words(left.reason()),
                                TreeMap::new,
                                Collectors.mapping(left -> left.text(), Collectors.toList()))),
                article.furniture().size(),
                article.changes().reversed().stream().map(ArticleView::revision).toList());
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
        List<Mention> mentions = mentions(article, Mention.Field.BODY);
        List<BlockView> views = new ArrayList<>();
        int at = 0;
        for (Block block : article.blocks()) {
            boolean body = block.kind().isBody();
            String text = body ? article.body() : block.text();
            int from = body ? at : 0;
            int to = from + block.text().length();
            views.add(new BlockView(
                    Wording.words(block.kind()).replace(' ', '-'),
                    lines(block, text, from, to, body ? mentions : List.of())));
            at = body ? to + IncomingArticle.BLOCK_SEPARATOR.length() : at;
        }
        return views;
    }

    private static List<MarkedText> lines(Block block, String text, int from, int to, List<Mention> mentions) {
        List<Mention> inside = mentions.stream()
                .filter(mention -> mention.start() >= from && mention.end() <= to)
                .toList();
        if (block.kind() != Block.Kind.LIST) {
            return List.of(MarkedText.ofMentions(text, from, to, inside));
        }
        List<MarkedText> items = new ArrayList<>();
        int start = from;
        while (start <= to) {
            int feed = text.indexOf('\n', start);
            int end = feed < 0 || feed > to ? to : feed;
            items.add(MarkedText.ofMentions(text, start, end, inside));
            start = end + 1;
        }
        return items;
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
