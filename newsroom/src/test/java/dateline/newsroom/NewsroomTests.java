package dateline.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.newsroom.GoldLabels.EntityMention;
import dateline.newsroom.GoldLabels.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The labels are only worth something if they are right to the character. */
class NewsroomTests {
    private final Newsroom newsroom = Newsroom.load();

    @Test
    void everyLabelsSurfaceIsWhatStandsAtItsOffsets() {
        List<String> wrong = new ArrayList<>();
        for (SampleArticle article : newsroom.articles()) {
            GoldLabels gold = article.gold();
            gold.entities()
                    .forEach(mention -> check(
                            article,
                            article.text(mention.field()),
                            mention.start(),
                            mention.end(),
                            mention.surface(),
                            wrong));
            gold.dates()
                    .forEach(date -> check(article, article.body(), date.start(), date.end(), date.surface(), wrong));
            gold.figures()
                    .forEach(figure ->
                            check(article, article.body(), figure.start(), figure.end(), figure.surface(), wrong));
        }
        assertThat(wrong).isEmpty();
    }

    private static void check(
            SampleArticle article, String text, int start, int end, String surface, List<String> wrong) {
        if (end > text.length() || !text.substring(start, end).equals(surface)) {
            wrong.add(article.slug() + ": " + surface + " is not at " + start + ".." + end);
        }
    }

    @Test
    void aQuotationLiesBetweenItsMarksAndItsSpeakerStandsInTheText() {
        for (SampleArticle article : newsroom.articles()) {
            for (GoldLabels.Quote quote : article.gold().quotes()) {
                String said = article.body().substring(quote.start(), quote.end());
                assertThat(said).as(article.slug()).isNotBlank().doesNotContain("\n");
                if (quote.direct()) {
                    // French sets a no-break space inside the marks.
                    assertThat(article.body().substring(0, quote.start()))
                            .as(article.slug() + ": " + said)
                            .matches("(?s).*[\"“‘«„”»「]\u00a0?");
                }
                if (quote.speakerSurface() != null) {
                    assertThat(article.body()).as(article.slug()).contains(quote.speakerSurface());
                }
            }
        }
    }

    @Test
    void entityIdsAreATypeAndASlug() {
        Map<String, String> typeWords = Map.of("PERSON", "person", "ORGANISATION", "org", "PLACE", "place");
        for (SampleArticle article : newsroom.articles()) {
            for (EntityMention mention : article.gold().entities()) {
                assertThat(mention.entity())
                        .as(article.slug())
                        .matches("(nil:)?" + typeWords.get(mention.type().name()) + ":[a-z0-9]+(-[a-z0-9]+)*");
            }
        }
    }

    @Test
    void mentionsComeInOrderAndDoNotOverlap() {
        for (SampleArticle article : newsroom.articles()) {
            for (Field field : Field.values()) {
                int end = 0;
                for (EntityMention mention : article.gold().entities()) {
                    if (mention.field() == field) {
                        assertThat(mention.start())
                                .as(article.slug() + ": " + mention)
                                .isGreaterThanOrEqualTo(end);
                        end = mention.end();
                    }
                }
            }
        }
    }

    @Test
    void aNameOfSeveralWordsThatIsLabelledOnceIsLabelledWhereverItStands() {
        List<String> unlabelled = new ArrayList<>();
        for (SampleArticle article : newsroom.articles()) {
            Set<String> names = article.gold().entities().stream()
                    .map(EntityMention::surface)
                    .filter(surface -> surface.contains(" "))
                    .collect(Collectors.toCollection(HashSet::new));
            for (String name : names) {
                Matcher found =
                        Pattern.compile("(?U)\\b" + Pattern.quote(name) + "\\b").matcher(article.body());
                while (found.find()) {
                    int at = found.start();
                    boolean labelled = article.gold().entities().stream()
                            .anyMatch(mention ->
                                    mention.field() == Field.BODY && mention.start() <= at && at < mention.end());
                    if (!labelled) {
                        unlabelled.add(article.slug() + ": " + name + " at " + at);
                    }
                }
            }
        }
        assertThat(unlabelled).isEmpty();
    }

    @Test
    void everyTopicHasItsTopTermBesideIt() {
        Set<String> topTerms = Arrays.stream(TOP_TERMS.split(" ")).collect(Collectors.toSet());
        for (SampleArticle article : newsroom.articles()) {
            assertThat(article.gold().topics())
                    .as(article.slug())
                    .isNotEmpty()
                    .allMatch(id -> id.matches("medtop:\\d{8}"));
            assertThat(article.gold().topics()).as(article.slug()).anyMatch(topTerms::contains);
        }
    }

    private static final String TOP_TERMS = "medtop:01000000 medtop:02000000 medtop:03000000 medtop:04000000"
            + " medtop:05000000 medtop:06000000 medtop:07000000 medtop:08000000 medtop:09000000 medtop:10000000"
            + " medtop:11000000 medtop:12000000 medtop:13000000 medtop:14000000 medtop:15000000 medtop:16000000"
            + " medtop:17000000";

    @Test
    void noStoryIsBothLearnedFromAndMeasuredOn() {
        Map<String, SampleArticle.Split> splits = new HashMap<>();
        for (SampleArticle article : newsroom.articles()) {
            SampleArticle.Split before = splits.putIfAbsent(article.gold().story(), article.split());
            assertThat(before == null ? article.split() : before)
                    .as(article.gold().story())
                    .isEqualTo(article.split());
        }
    }

    @Test
    void aReprintNamesAnArticleOfItsOwnStory() {
        Map<String, SampleArticle> bySlug =
                newsroom.articles().stream().collect(Collectors.toMap(SampleArticle::slug, article -> article));
        for (SampleArticle article : newsroom.articles()) {
            String original = article.gold().nearDuplicateOf();
            if (original != null) {
                assertThat(bySlug).as(article.slug()).containsKey(original);
                assertThat(bySlug.get(original).gold().story())
                        .isEqualTo(article.gold().story());
                assertThat(sharedWords(article, bySlug.get(original)))
                        .as(article.slug())
                        .isGreaterThan(0.6);
            }
        }
    }

    private static double sharedWords(SampleArticle one, SampleArticle other) {
        Set<String> words = words(one);
        Set<String> shared = new HashSet<>(words);
        shared.retainAll(words(other));
        return (double) shared.size() / words.size();
    }

    private static Set<String> words(SampleArticle article) {
        return Arrays.stream(article.body().toLowerCase(Locale.ROOT).split("\\W+"))
                .collect(Collectors.toSet());
    }

    @Test
    void theNewsroomIsLargeEnoughToMeasureOn() {
        assertThat(newsroom.articles().size()).isGreaterThanOrEqualTo(150);
        assertThat(newsroom.articles().stream()
                        .filter(article -> article.gold().nearDuplicateOf() != null)
                        .count())
                .isGreaterThanOrEqualTo(12);
        for (SampleArticle.Split split : SampleArticle.Split.values()) {
            assertThat(newsroom.articles(split).size()).isGreaterThanOrEqualTo(70);
            for (String topic : TOP_TERMS.split(" ")) {
                assertThat(newsroom.articles(split).stream()
                                .filter(article -> article.gold().topics().contains(topic))
                                .count())
                        .as(split + " " + topic)
                        .isGreaterThanOrEqualTo(4);
            }
        }
    }

    @Test
    void noTwoArticlesHaveTheSamePath() {
        assertThat(newsroom.articles()).extracting(SampleArticle::path).doesNotHaveDuplicates();
    }
}
