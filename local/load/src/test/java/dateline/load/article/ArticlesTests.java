package dateline.load.article;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.EnrichedArticle;
import dateline.contract.Mention;
import dateline.contract.Quote;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ArticlesTests {
    private static final LocalDate END = LocalDate.parse("2026-11-27");
    private static final int MANY = 4_000;

    private static Articles articles;
    private static List<EnrichedArticle> all;

    @BeforeAll
    static void make() {
        articles = new Articles(1, END, MANY);
        all = LongStream.range(0, MANY).mapToObj(articles::article).toList();
    }

    @Test
    void theSameNumberIsTheSameArticleInAnotherRun() {
        Articles again = new Articles(1, END, MANY);

        assertThat(again.article(1_234)).isEqualTo(all.get(1_234));
        assertThat(again.article(17)).isEqualTo(all.get(17));
    }

    @Test
    void noTwoHaveTheSameIdAndOnlyReprintsTheSameTitle() {
        assertThat(all.stream().map(article -> article.raw().id()).distinct()).hasSize(MANY);
        Set<String> titles = new HashSet<>();
        for (int i = 0; i < MANY; i++) {
            if (articles.origin(i) == i) {
                titles.add(all.get(i).raw().article().title());
            }
        }
        long originals = LongStream.range(0, MANY)
                .filter(number -> articles.origin(number) == number)
                .count();
        assertThat(titles).hasSizeGreaterThan((int) (originals * 0.98));
    }

    @Test
    void whatIsNotedOfANameStandsInTheText() {
        for (EnrichedArticle article : all) {
            String body = article.raw().article().body();
            for (Mention mention : article.mentions()) {
                String text = mention.field() == Mention.Field.TITLE
                        ? article.raw().article().title()
                        : body;
                assertThat(text.substring(mention.start(), mention.end())).isEqualTo(mention.surface());
            }
            for (Quote quote : article.quotes()) {
                assertThat(body.substring(quote.start(), quote.end())).isEqualTo(quote.text());
            }
            assertThat(article.entities()).isNotEmpty();
            assertThat(body).doesNotContain(String.valueOf(Wording.SLOT));
        }
    }

    @Test
    void aReprintIsLikeWhatItRepeatsAndUnlikeAllElse() {
        int reprints = 0;
        for (int i = 1; i < MANY; i++) {
            int origin = (int) articles.origin(i);
            double like = all.get(i).signature().similarity(all.get(origin).signature());
            if (origin != i) {
                reprints++;
                assertThat(like).isGreaterThan(0.5);
                assertThat(all.get(i).raw().article().outlet()).isNotNull();
            } else {
                assertThat(all.get(i).signature().similarity(all.get(i - 1).signature()))
                        .isLessThan(origin == articles.origin(i - 1) ? 1.1 : 0.5);
            }
        }
        assertThat(reprints).isBetween((int) (MANY * 0.08), (int) (MANY * 0.15));
    }

    @Test
    void fewNamesAreFrequentAndManyAreRare() {
        Map<String, Long> counts = all.stream()
                .map(EnrichedArticle::entities)
                .flatMap(Collection::stream)
                .collect(Collectors.groupingBy(entity -> entity.id(), Collectors.counting()));
        List<Long> sorted =
                counts.values().stream().sorted((a, b) -> Long.compare(b, a)).toList();

        assertThat(sorted.getFirst()).isGreaterThan(MANY / 40);
        assertThat(sorted.stream().filter(count -> count <= 2).count()).isGreaterThan(counts.size() / 3);
    }

    @Test
    void theyFollowTheClockAndRestAtWeekends() {
        assertThat(all)
                .isSortedAccordingTo((a, b) -> a.raw()
                        .article()
                        .published()
                        .at()
                        .compareTo(b.raw().article().published().at()));
        Map<DayOfWeek, Long> days = all.stream()
                .map(article -> article.raw()
                        .article()
                        .published()
                        .at()
                        .atZone(ZoneOffset.UTC)
                        .getDayOfWeek())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(days.get(DayOfWeek.SUNDAY)).isLessThan(days.get(DayOfWeek.WEDNESDAY) * 8 / 10);
    }

    @Test
    void halfIsEnglishAndEveryLanguageOccurs() {
        Map<String, Long> languages = all.stream()
                .collect(Collectors.groupingBy(article -> article.language().tag(), Collectors.counting()));

        assertThat(languages.keySet()).isEqualTo(Press.spoken());
        assertThat(languages.get("en")).isBetween((long) (MANY * 0.45), (long) (MANY * 0.6));
    }

    @Test
    void bodiesAreAsLongAsNewsIs() {
        double characters = all.stream()
                .mapToInt(article -> article.raw().article().body().length())
                .average()
                .orElseThrow();

        assertThat(characters).isBetween(1_500.0, 3_500.0);
    }
}
