package dateline.query;

import dateline.contract.ArticleDate;
import dateline.contract.ArticleEntity;
import dateline.contract.ArticleId;
import dateline.contract.ArticleLanguage;
import dateline.contract.ArticleTopic;
import dateline.contract.Block;
import dateline.contract.CanonicalUrl;
import dateline.contract.Change;
import dateline.contract.ContractJson;
import dateline.contract.EnrichedArticle;
import dateline.contract.EntityType;
import dateline.contract.Furniture;
import dateline.contract.Geography;
import dateline.contract.IncomingArticle;
import dateline.contract.Mention;
import dateline.contract.Origin;
import dateline.contract.Outlet;
import dateline.contract.Quote;
import dateline.contract.RawArticle;
import dateline.contract.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds enriched articles for tests: ordinary ones, of which a test says only what it is about. */
public final class SampleArticle {
    private static final ContractJson JSON = new ContractJson();

    public static final Instant NOON = Instant.parse("2026-04-21T12:00:00Z");

    private final String url;
    private String title = "Ferry line opens after winter";
    private List<Block> blocks = new ArrayList<>(List.of(
            new Block(Block.Kind.PARAGRAPH, "The ferry between the two towns runs again."),
            new Block(Block.Kind.PARAGRAPH, "Tickets are sold on board.")));
    private final List<Furniture> furniture = new ArrayList<>();
    private final List<ArticleEntity> entities = new ArrayList<>();
    private final List<String[]> surfaces = new ArrayList<>();
    private final List<ArticleTopic> topics = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<Quote> quotes = new ArrayList<>();
    private @Nullable Geography geography;
    private @Nullable Signature signature;
    private @Nullable EnrichedArticle ready;
    private Outlet outlet = new Outlet("harbour.example", "Harbour News", "GB", "en", List.of());
    private Instant published = NOON;
    private int revision = 1;
    private Instant enrichedAt = NOON.plusSeconds(60);
    private @Nullable String language = "en";

    private SampleArticle(String url) {
        this.url = CanonicalUrl.of(url).value();
    }

    /** An article at this URL, which makes its id. */
    public static SampleArticle at(String url) {
        return new SampleArticle(url);
    }

    /** An article that came from elsewhere, as it is. */
    public static SampleArticle of(EnrichedArticle article) {
        SampleArticle sample = new SampleArticle(article.raw().article().url());
        sample.ready = article;
        return sample;
    }

    public SampleArticle titled(String title) {
        this.title = title;
        return this;
    }

    public SampleArticle saying(String... paragraphs) {
        this.blocks = new ArrayList<>(Arrays.stream(paragraphs)
                .map(text -> new Block(Block.Kind.PARAGRAPH, text))
                .toList());
        return this;
    }

    public SampleArticle with(Block block) {
        blocks.add(block);
        return this;
    }

    public SampleArticle with(Furniture left) {
        furniture.add(left);
        return this;
    }

    public SampleArticle in(@Nullable String language) {
        this.language = language;
        return this;
    }

    public SampleArticle from(String outletId, String name) {
        this.outlet = new Outlet(outletId, name, null, null, List.of());
        return this;
    }

    public SampleArticle published(String instant) {
        this.published = Instant.parse(instant);
        return this;
    }

    public SampleArticle revision(int revision) {
        this.revision = revision;
        return this;
    }

    public SampleArticle changed(Change change) {
        changes.add(change);
        return this;
    }

    public SampleArticle enrichedAt(Instant at) {
        this.enrichedAt = at;
        return this;
    }

    /** Names an entity, wherever one of the surfaces stands in title or body. */
    public SampleArticle naming(String id, String name, EntityType type, String... surfaces) {
        entities.add(new ArticleEntity(id, name, type, null, 1, 0.5, 0));
        for (String surface : surfaces.length == 0 ? new String[] {name} : surfaces) {
            this.surfaces.add(new String[] {id, surface, type.name()});
        }
        return this;
    }

    public SampleArticle about(String id, String name, String... ancestors) {
        List<String> path = new ArrayList<>(List.of(ancestors));
        path.add(id);
        topics.add(new ArticleTopic(id, name, path, List.of(), 0.9, List.of("ferry")));
        return this;
    }

    public SampleArticle aboutBelow(String parent, String parentName, String id, String name) {
        topics.add(new ArticleTopic(id, name, List.of(parent, id), List.of(parentName, name), 0.9, List.of("ferry")));
        return this;
    }

    /** Quotes these words of the body. */
    public SampleArticle quoting(String words, @Nullable String speakerId, boolean continues) {
        int start = String.join(
                        IncomingArticle.BLOCK_SEPARATOR,
                        blocks.stream().map(Block::text).toList())
                .indexOf(words);
        if (start < 0) {
            throw new IllegalArgumentException("the body does not say: " + words);
        }
        int end = start + words.length();
        quotes.add(new Quote(start, end, words, Quote.Kind.DIRECT, continues, null, speakerId, "said", "en", 1));
        return this;
    }

    public SampleArticle playingIn(Geography where) {
        this.geography = where;
        return this;
    }

    public SampleArticle signed(Signature print) {
        this.signature = print;
        return this;
    }

    public SampleArticle by(Outlet publisher) {
        this.outlet = publisher;
        return this;
    }

    public String id() {
        return ArticleId.of(new CanonicalUrl(url));
    }

    public EnrichedArticle build() {
        if (ready != null) {
            return ready;
        }
        IncomingArticle article = new IncomingArticle(
                id(),
                url,
                outlet,
                title,
                null,
                List.of("A. Writer"),
                new ArticleDate(published, ArticleDate.Precision.MINUTE, ArticleDate.Source.JSON_LD),
                null,
                language,
                null,
                "Transport",
                List.of("ferries"),
                blocks,
                furniture,
                new Origin(Origin.Channel.FEED, url, "feed-1", null, 200, published.plusSeconds(30), List.of()));
        return new EnrichedArticle(
                new RawArticle(id(), revision, published.plusSeconds(30), published.plusSeconds(30), article, changes),
                language == null ? null : new ArticleLanguage(language, 0.99, ArticleLanguage.Source.BODY),
                mentions(article),
                entities,
                topics,
                quotes,
                geography,
                List.of(),
                List.of(),
                signature,
                null,
                Map.of("language", "1", "entities", "1"),
                Map.of(),
                enrichedAt);
    }

    public byte[] json() {
        return JSON.write(build());
    }

    private List<Mention> mentions(IncomingArticle article) {
        List<Mention> mentions = new ArrayList<>();
        for (String[] surface : surfaces) {
            find(mentions, Mention.Field.TITLE, article.title(), surface);
            find(mentions, Mention.Field.BODY, article.body(), surface);
        }
        mentions.sort(Comparator.comparing(Mention::field).thenComparing(Mention::start));
        return mentions;
    }

    private static void find(List<Mention> mentions, Mention.Field field, String text, String[] surface) {
        for (int at = text.indexOf(surface[1]); at >= 0; at = text.indexOf(surface[1], at + 1)) {
            mentions.add(new Mention(
                    field,
                    at,
                    at + surface[1].length(),
                    surface[1],
                    EntityType.valueOf(surface[2]),
                    surface[0],
                    0.9,
                    Mention.By.ALIAS));
        }
    }
}
