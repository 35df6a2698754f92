package dateline.query.index;

import dateline.contract.ArticleEntity;
import dateline.contract.ArticleLanguage;
import dateline.contract.ArticleTopic;
import dateline.contract.EnrichedArticle;
import dateline.contract.EntityType;
import dateline.contract.Geography;
import dateline.contract.IncomingArticle;
import dateline.contract.Mention;
import dateline.contract.RawArticle;
import dateline.contract.ReadingAids;
import dateline.contract.RecordPlace;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns enriched articles into the documents that Elasticsearch holds. */
public final class ArticleDocuments {
    /** Languages with an analyzer of their own, which {@code elasticsearch/articles.json} names. */
    static final Set<String> STEMMED =
            Set.of("ar", "de", "el", "en", "es", "fa", "fr", "hu", "hy", "it", "pt", "ro", "ru", "tr");

    private static final int LEAD_LENGTH = 280;

    /** Values in a key of the signature: two texts that share seven tenths share a key in 999 of 1,000 cases. */
    static final int BAND_ROWS = 4;

    private ArticleDocuments() {}

    /** The document of an article. Expects one that {@link #requireWhole} let pass. */
    public static ArticleDocument of(EnrichedArticle enriched) {
        return of(enriched, null);
    }

    /**
     * The same, saying where the article lies in {@code news.enriched}.
     *
     * @param source its place, if that is known
     */
    public static ArticleDocument of(EnrichedArticle enriched, @Nullable RecordPlace source) {
        RawArticle raw = enriched.raw();
        IncomingArticle article = raw.article();
        String body = article.body();
        String language = language(enriched.language());
        List<ArticleDocument.QuoteLine> quotes = QuoteLines.of(enriched);
        Geography geography = enriched.geography();
        ReadingAids reading = enriched.reading();
        List<ArticleDocument.TopicRef> topics = enriched.topics().stream()
                .map(topic -> new ArticleDocument.TopicRef(topic.id(), topic.name(), topic.confidence()))
                .toList();
        return new ArticleDocument(
                raw.id(),
                article.url(),
                article.outlet(),
                article.title(),
                article.subtitle(),
                lead(body),
                body,
                language == null || !STEMMED.contains(language)
                        ? null
                        : Map.of(language, new ArticleDocument.Stemmed(article.title(), body)),
                article.bylines(),
                article.published(),
                raw.firstSeen(),
                raw.revisedAt(),
                enriched.enrichedAt(),
                raw.revision(),
                raw.changes().size(),
                language,
                article.section(),
                article.tags(),
                article.origin().channel().name(),
                source == null ? null : source.toString(),
                enriched.entities(),
                topics,
                topicIds(enriched.topics()),
                entityAliases(enriched),
                topics.stream()
                        .map(topic -> Names.alias(topic.name(), topic.id()))
                        .distinct()
                        .toList(),
                facets(enriched),
                spellings(enriched),
                QuoteLines.speakers(enriched),
                QuoteLines.about(quotes),
                quotes.size(),
                quotes,
                geography == null
                        ? List.of()
                        : geography.countries().stream()
                                .map(Geography.Country::code)
                                .distinct()
                                .toList(),
                geography == null || geography.dateline() == null
                        ? null
                        : geography.dateline().entityId(),
                geography == null ? List.of() : MapPoint.pairs(geography.places()),
                reading == null ? List.of() : reading.keywords(),
                reading == null ? 0 : reading.words(),
                reading == null ? null : reading.tone(),
                enriched.signature() == null ? null : enriched.signature().bandKeys(BAND_ROWS),
                null,
                true,
                enriched);
    }

    /**
     * Looks for what every article must have, since JSON may leave out anything.
     *
     * @throws Unindexable if something is missing
     */
    public static void requireWhole(EnrichedArticle enriched) {
        require(enriched.raw(), "raw");
        require(enriched.enrichedAt(), "enrichedAt");
        RawArticle raw = enriched.raw();
        require(raw.id(), "raw.id");
        require(raw.firstSeen(), "raw.firstSeen");
        require(raw.revisedAt(), "raw.revisedAt");
        require(raw.article(), "raw.article");
        IncomingArticle article = raw.article();
        require(article.url(), "raw.article.url");
        require(article.title(), "raw.article.title");
        require(article.outlet(), "raw.article.outlet");
        require(article.outlet().id(), "raw.article.outlet.id");
        require(article.outlet().name(), "raw.article.outlet.name");
        require(article.published(), "raw.article.published");
        require(article.published().at(), "raw.article.published.at");
        require(article.origin(), "raw.article.origin");
        require(article.origin().channel(), "raw.article.origin.channel");
    }

    private static void require(@Nullable Object value, String path) {
        if (value == null) {
            throw new Unindexable("incomplete", "the article has no " + path);
        }
    }

    private static @Nullable String language(@Nullable ArticleLanguage language) {
        if (language == null) {
            return null;
        }
        String primary = Locale.forLanguageTag(language.tag()).getLanguage();
        return primary.isEmpty() || primary.equals("und") ? null : primary;
    }

    /** The beginning of the body in one line, cut between two words if there are any. */
    static String lead(String body) {
        String start = body.substring(0, Math.min(body.length(), LEAD_LENGTH * 4));
        String line = start.strip().replaceAll("\\s+", " ");
        if (line.length() <= LEAD_LENGTH) {
            return line;
        }
        BreakIterator words = BreakIterator.getLineInstance(Locale.ROOT);
        words.setText(line);
        int cut = words.preceding(LEAD_LENGTH + 1);
        // One endless word: do not cut a surrogate pair in two.
        int end = cut > LEAD_LENGTH / 2 ? cut : line.offsetByCodePoints(0, line.codePointCount(0, LEAD_LENGTH) - 1);
        return line.substring(0, end).strip() + " …";
    }

    private static List<String> topicIds(List<ArticleTopic> topics) {
        Set<String> ids = new LinkedHashSet<>();
        for (ArticleTopic topic : topics) {
            ids.addAll(topic.path());
            ids.add(topic.id());
        }
        return List.copyOf(ids);
    }

    /** Every name an entity goes by here: its own, those the outlet used, and a person's family name as either spells it. */
    private static List<String> entityAliases(EnrichedArticle enriched) {
        Set<String> aliases = new LinkedHashSet<>();
        for (ArticleEntity entity : enriched.entities()) {
            addNames(aliases, entity.name(), entity.type(), entity.id());
        }
        for (Mention mention : enriched.mentions()) {
            // "he" or "the president" stand for someone in this article only.
            if (mention.by() != Mention.By.COREFERENCE) {
                addNames(aliases, mention.surface(), mention.type(), mention.entityId());
            }
        }
        aliases.removeIf(alias -> alias.charAt(0) == Names.SEPARATOR);
        return List.copyOf(aliases);
    }

    private static List<String> spellings(EnrichedArticle enriched) {
        return enriched.mentions().stream()
                .filter(mention -> mention.by() != Mention.By.COREFERENCE)
                .map(mention -> Names.labelled(
                        mention.entityId(), mention.surface().strip().replaceAll("\\s+", " ")))
                .distinct()
                .toList();
    }

    private static void addNames(Set<String> aliases, String name, EntityType type, String id) {
        aliases.add(Names.alias(name, id));
        int lastBlank = name.strip().lastIndexOf(' ');
        if (type == EntityType.PERSON && lastBlank > 0) {
            aliases.add(Names.alias(name.strip().substring(lastBlank), id));
        }
    }

    private static ArticleDocument.Facets facets(EnrichedArticle enriched) {
        List<String> topics = new ArrayList<>();
        Set<String> named = new LinkedHashSet<>();
        for (ArticleTopic topic : enriched.topics()) {
            named.add(topic.id());
            topics.add(Names.labelled(topic.id(), topic.name()));
        }
        for (ArticleTopic topic : enriched.topics()) {
            for (int i = 0; i < topic.path().size(); i++) {
                if (named.add(topic.path().get(i))) {
                    // An older record does not name it; a newer one will.
                    String name =
                            i < topic.pathNames().size() ? topic.pathNames().get(i) : "";
                    topics.add(Names.labelled(topic.path().get(i), name));
                }
            }
        }
        var outlet = enriched.raw().article().outlet();
        return new ArticleDocument.Facets(
                labelled(enriched, null),
                labelled(enriched, EntityType.PERSON),
                labelled(enriched, EntityType.ORGANISATION),
                labelled(enriched, EntityType.PLACE),
                topics,
                Names.labelled(outlet.id(), outlet.name()));
    }

    private static List<String> labelled(EnrichedArticle enriched, @Nullable EntityType type) {
        return enriched.entities().stream()
                .filter(entity -> type == null || entity.type() == type)
                .map(entity -> Names.labelled(entity.id(), entity.name()))
                .distinct()
                .toList();
    }
}
