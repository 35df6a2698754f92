package dateline.load.article;

import dateline.contract.EnrichedArticle;
import dateline.contract.EntityType;
import dateline.enrich.knowledge.KnowledgeBase;
import dateline.newsroom.Newsroom;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Articles by number, each the same whenever it is asked for and whatever was asked for before. The numbers follow the
 * time of publication. Thread-safe.
 *
 * <p>About two thirds belong to a story that others report, too; about one in nine repeats an earlier one's text in
 * another outlet with light edits; one in seven was revised.
 */
public final class Articles {
    /** How long the time is that they spread over. */
    public static final int DAYS = 730;

    static final double REPRINTS = 0.115;
    private static final int PURPOSE = 60;
    private static final int FARTHEST_REPRINT = 400;

    private final long seed;
    private final long count;
    private final Rhythm rhythm;
    private final Map<String, Wording> wordings = new LinkedHashMap<>();
    private final ArticleMaker maker;

    final World world;
    private final Subjects subjects;

    /**
     * Reads what they are made of; takes a second or two.
     *
     * @param seed another one gives other articles
     * @param end the day after the last one
     * @param count how many there are
     */
    public Articles(long seed, LocalDate end, long count) {
        this.seed = seed;
        this.count = count;
        this.rhythm = new Rhythm(seed, end, DAYS, count);
        this.world = new World(KnowledgeBase.load(), seed);
        this.subjects = new Subjects(seed);
        Newsroom newsroom = Newsroom.load();
        for (String language : Press.spoken()) {
            wordings.put(
                    language,
                    new Wording(
                            language,
                            newsroom.articles().stream()
                                    .filter(article -> article.gold().language().equals(language))
                                    .toList(),
                            seed));
        }
        Press press = new Press(newsroom, world, seed);
        this.maker = new ArticleMaker(seed, rhythm, world, subjects, press, wordings);
    }

    /** How many there are. */
    public long count() {
        return count;
    }

    /** The article of that number, from 0. */
    public EnrichedArticle article(long number) {
        if (number < 0 || number >= count) {
            throw new IllegalArgumentException("articles are numbered from 0 to " + (count - 1) + ", not " + number);
        }
        long origin = origin(number);
        return maker.make(number, origin);
    }

    /** The number of the article whose text it has: its own, or an earlier one's if it is a reprint. */
    public long origin(long number) {
        long at = number;
        while (true) {
            Dice dice = Dice.of(seed, PURPOSE, at);
            long back = 1 + dice.below(FARTHEST_REPRINT);
            if (!dice.chance(REPRINTS) || at - back < 0) {
                return at;
            }
            at -= back;
        }
    }

    /** Somebody or something that is named, for whoever asks questions: rank 0 the most often. */
    public Asked known(EntityType type, int rank) {
        Named named = world.known(type, rank);
        return new Asked(named.id(), named.name());
    }

    /** An id and the name that goes with it. */
    public record Asked(String id, String name) {}

    /** Consecutive words of some article's body in that language. */
    public List<String> words(String language, long number) {
        return maker.sampleWords(language, number);
    }

    /** The outlet of the article of that number. */
    public String outlet(long number) {
        return article(number).raw().article().outlet().id();
    }

    /** A topic, the frequent ones often. */
    public String topic(long number) {
        return subjects.any(Dice.of(seed, PURPOSE + 1, number));
    }
}
