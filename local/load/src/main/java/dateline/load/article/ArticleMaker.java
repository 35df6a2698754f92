package dateline.load.article;

import dateline.contract.ArticleDate;
import dateline.contract.ArticleEntity;
import dateline.contract.ArticleId;
import dateline.contract.ArticleLanguage;
import dateline.contract.Block;
import dateline.contract.CanonicalUrl;
import dateline.contract.Change;
import dateline.contract.EnrichedArticle;
import dateline.contract.EntityType;
import dateline.contract.Furniture;
import dateline.contract.IncomingArticle;
import dateline.contract.Mention;
import dateline.contract.Origin;
import dateline.contract.Outlet;
import dateline.contract.RawArticle;
import dateline.contract.ReadingAids;
import dateline.enrich.signature.MinHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes one article with everything that the enrichers would have found in it. */
final class ArticleMaker {
    private static final int TEXT = 70;
    private static final int REPORT = 71;
    private static final int SAMPLE = 72;
    private static final int STORIES_A_DAY = 3_000;
    private static final double IN_A_STORY = 0.65;
    private static final double SENTENCES = 23;
    private static final Map<String, List<String>> SAID = Map.ofEntries(
            Map.entry("en", List.of("said", "told reporters", "added", "warned")),
            Map.entry("ru", List.of("сказал", "заявил", "отметил")),
            Map.entry("es", List.of("dijo", "afirmó", "señaló")),
            Map.entry("fr", List.of("a déclaré", "a affirmé")),
            Map.entry("de", List.of("sagte", "erklärte", "betonte")),
            Map.entry("ar", List.of("قال", "أضاف")),
            Map.entry("tr", List.of("dedi", "söyledi")),
            Map.entry("pl", List.of("powiedział", "dodał")),
            Map.entry("uk", List.of("сказав", "заявив")),
            Map.entry("az", List.of("dedi", "bildirdi")),
            Map.entry("be", List.of("сказаў", "заявіў")),
            Map.entry("hy", List.of("ասաց", "հայտարարեց")),
            Map.entry("ka", List.of("თქვა", "განაცხადა")));
    private static final List<String> SECTIONS =
            List.of("World", "Politics", "Business", "Sport", "Culture", "Science", "Health", "Local", "Opinion");
    private static final Map<String, String> ENRICHERS = Map.of(
            "language",
            "1",
            "entities",
            "3",
            "topics",
            "2",
            "quotes",
            "2",
            "geography",
            "1",
            "signature",
            "1",
            "reading",
            "1");

    private final long seed;
    private final Rhythm rhythm;
    private final World world;
    private final Subjects subjects;
    private final Press press;
    private final Map<String, Wording> wordings;
    private final Zipf storyRanks = new Zipf(STORIES_A_DAY, 0.9);
    private final Zipf burstRanks = new Zipf(STORIES_A_DAY, 1.5);
    private final MinHash minHash = new MinHash();

    ArticleMaker(long seed, Rhythm rhythm, World world, Subjects subjects, Press press, Map<String, Wording> wordings) {
        this.seed = seed;
        this.rhythm = rhythm;
        this.world = world;
        this.subjects = subjects;
        this.press = press;
        this.wordings = wordings;
    }

    /**
     * The article.
     *
     * @param number when it appears
     * @param origin the number of the article whose text it has
     */
    EnrichedArticle make(long number, long origin) {
        Dice text = Dice.of(seed, TEXT, origin);
        Dice report = Dice.of(seed, REPORT, number);
        String language = Press.anyLanguage(text);
        Wording wording = wording(language);
        Story story = story(text, rhythm.day(rhythm.at(origin)));
        BodyText body = new BodyText(wording, story.cast(), text);
        String title = body.title();
        List<Block> blocks = write(body, text, language, number != origin ? report : null);

        Outlet outlet = press.any(language, report);
        Instant published = rhythm.at(number);
        String section = SECTIONS.get(Math.floorMod(story.topics().getFirst().hashCode(), SECTIONS.size()));
        String url = CanonicalUrl.of("https://" + outlet.id() + "/" + section.toLowerCase(Locale.ROOT) + "/"
                        + published.toString().substring(0, 10) + "/" + Long.toString(number, 36))
                .value();
        String id = ArticleId.of(new CanonicalUrl(url));
        Instant seen = published.plusSeconds(20L + report.below(900));
        IncomingArticle article = new IncomingArticle(
                id,
                url,
                outlet,
                title,
                text.chance(0.3) ? String.join(" ", plain(wording.sentence(text))) : null,
                report.chance(0.7)
                        ? List.of(world.any(EntityType.PERSON, report).name())
                        : List.of(),
                new ArticleDate(published, ArticleDate.Precision.SECOND, ArticleDate.Source.JSON_LD),
                null,
                language,
                "https://" + outlet.id() + "/pictures/" + Long.toString(number, 36) + ".jpg",
                section,
                List.of(wording.anyWord(text), wording.anyWord(text)),
                blocks,
                List.of(
                        new Furniture(Furniture.Reason.SHARE_BAR, "Share Post Mail Print"),
                        new Furniture(
                                Furniture.Reason.RELATED_ARTICLES, String.join(" ", plain(wording.sentence(report))))),
                new Origin(
                        report.chance(0.93) ? Origin.Channel.FEED : Origin.Channel.SUBMITTED,
                        url,
                        "feed-" + outlet.id(),
                        url,
                        200,
                        seen,
                        List.of()));
        List<Change> changes = changes(wording, title, seen, report);
        Instant revised = changes.isEmpty() ? seen : changes.getLast().at();
        String whole = article.body();
        int words = whole.split("\\s+").length;
        return new EnrichedArticle(
                new RawArticle(id, changes.size() + 1, seen, revised, article, changes),
                new ArticleLanguage(language, 0.99, ArticleLanguage.Source.BODY),
                body.mentions,
                entities(body.mentions, story, whole.length()),
                story.topics().stream()
                        .map(topic -> subjects.topic(topic, 0.4 + 0.6 * text.share(), wording.anyWord(text)))
                        .toList(),
                body.quotes,
                Places.of(body.mentions, story.cast()),
                List.of(),
                body.figures,
                minHash.of(whole),
                new ReadingAids(
                        List.of(wording.anyWord(text), wording.anyWord(text), wording.anyWord(text)),
                        words,
                        words / 4,
                        language.equals("en") ? Math.clamp(0.3 * text.gaussian(), -1, 1) : null),
                ENRICHERS,
                Map.of(),
                revised.plusSeconds(2));
    }

    private Wording wording(String language) {
        return Objects.requireNonNull(wordings.get(language), language);
    }

    private Story story(Dice dice, int day) {
        if (!dice.chance(IN_A_STORY)) {
            // Nobody else reports it.
            return Story.of(seed, day, STORIES_A_DAY + dice.below(1 << 19), world, subjects);
        }
        int age = dice.runs(0.6, Math.min(day, 20));
        int begun = day - age;
        return Story.of(seed, begun, (rhythm.isBurst(begun) ? burstRanks : storyRanks).draw(dice), world, subjects);
    }

    /** A reprint may lack the end, or say whence it has the text. */
    private List<Block> write(BodyText body, Dice text, String language, @Nullable Dice reprint) {
        int left = Math.clamp((int) (SENTENCES * Math.exp(0.5 * text.gaussian())), 4, 120);
        boolean quoted = text.chance(0.7);
        while (left > 0) {
            int sentences = text.from(1, 3);
            body.paragraph(sentences);
            left -= sentences;
            if (quoted && left > 0 && text.chance(0.4)) {
                body.said(text.oneOf(SAID.getOrDefault(language, List.of("—"))));
                left--;
            }
        }
        if (reprint != null && reprint.chance(0.5)) {
            body.paragraph(1);
        }
        List<Block> blocks = new ArrayList<>();
        body.paragraphs().forEach(paragraph -> blocks.add(new Block(Block.Kind.PARAGRAPH, paragraph)));
        return blocks;
    }

    private static List<Change> changes(Wording wording, String title, Instant seen, Dice dice) {
        List<Change> changes = new ArrayList<>();
        int revisions = dice.chance(0.14) ? 1 + dice.runs(0.35, 6) : 0;
        Instant at = seen;
        for (int revision = 2; revision < revisions + 2; revision++) {
            at = at.plusSeconds(300L + dice.below(14_400));
            changes.add(new Change(
                    revision,
                    at,
                    dice.chance(0.4) ? title + " – " + wording.anyWord(dice) : null,
                    List.of(),
                    List.of(String.join(" ", plain(wording.sentence(dice))))));
        }
        return changes;
    }

    /** Without names. */
    private static List<String> plain(List<String> words) {
        return words.stream().filter(word -> word.indexOf(Wording.SLOT) < 0).toList();
    }

    private static List<ArticleEntity> entities(List<Mention> mentions, Story story, int length) {
        Map<String, List<Mention>> byId = new LinkedHashMap<>();
        mentions.forEach(mention -> byId.computeIfAbsent(mention.entityId(), id -> new ArrayList<>())
                .add(mention));
        List<ArticleEntity> entities = new ArrayList<>();
        for (Named named : story.cast()) {
            List<Mention> its = byId.get(named.id());
            if (its != null) {
                Mention first = its.getFirst();
                int at = first.field() == Mention.Field.TITLE ? -1 : first.start();
                double salience = Math.min(1, its.size() / 10.0 + (at < length / 5 ? 0.3 : 0));
                entities.add(new ArticleEntity(
                        named.id(), named.name(), named.type(), named.wikidata(), its.size(), salience, at));
            }
        }
        entities.sort(Comparator.comparingDouble(ArticleEntity::salience).reversed());
        return entities;
    }

    /** Words that stand one after the other in some sentence of that language; at least three, all of letters. */
    List<String> sampleWords(String language, long number) {
        for (long next = number; ; next += 1_000_003) {
            Dice dice = Dice.of(seed, SAMPLE, next);
            List<String> longest = List.of();
            List<String> run = new ArrayList<>();
            for (String word : wording(language).sentence(dice)) {
                if (word.codePoints().allMatch(Character::isLetter)) {
                    run.add(word);
                    longest = run.size() > longest.size() ? List.copyOf(run) : longest;
                } else {
                    run.clear();
                }
            }
            if (longest.size() >= 3 && longest.stream().anyMatch(word -> word.length() > 3)) {
                return longest;
            }
        }
    }
}
