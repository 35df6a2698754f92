package dateline.query.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.Outlet;
import dateline.contract.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoryWindowTests {
    private static final Instant NOON = Instant.parse("2026-04-21T12:00:00Z");
    private static final AlertSettings SETTINGS =
            new AlertSettings(true, "test", Duration.ofDays(3), 3, 0.5, Duration.ofMinutes(10), 1, (short) 1);

    private final Prints prints = new Prints();
    private final StoryWindow window = new StoryWindow(SETTINGS);

    private static Match match(String article, Instant at, @Nullable Signature signature) {
        return new Match(
                "search",
                at,
                new Alert.Article(
                        article,
                        "https://a.example/" + article,
                        article,
                        null,
                        new Outlet("a.example", "A", null, null, List.of()),
                        "en",
                        at,
                        at,
                        1,
                        ""),
                signature,
                null);
    }

    /** A print of which so many of 128 values differ from those of the same seed. */
    private static Signature print(int seed, int changed, int shingles) {
        List<Integer> values =
                new ArrayList<>(new Random(seed).ints(128).boxed().toList());
        IntStream.range(0, changed).forEach(i -> values.set(i, i));
        return new Signature(values, shingles);
    }

    private StoryWindow.Novelty add(StoryWindow to, Match match) {
        return to.add(match.subject(), match.at(), prints.of(match), match.at().minus(SETTINGS.storyWindow()));
    }

    private StoryWindow.Novelty add(String article, @Nullable Signature signature) {
        return add(window, match(article, NOON, signature));
    }

    @Test
    void theSameArticleAgainIsNoNews() {
        assertThat(add("a", null)).isEqualTo(StoryWindow.Novelty.NEW_STORY);
        assertThat(add("a", print(1, 0, 100))).isEqualTo(StoryWindow.Novelty.SAME);
    }

    @Test
    void anArticleWithMostlyTheSameTextIsAReprint() {
        add("a", print(1, 0, 100));
        assertThat(add("b", print(1, 30, 100))).isEqualTo(StoryWindow.Novelty.REPRINT);
        assertThat(add("c", print(2, 0, 100))).isEqualTo(StoryWindow.Novelty.NEW_STORY);
    }

    @Test
    void aReprintThatWasCutIsStillOne() {
        add("a", print(1, 0, 100));
        // A third of all word sequences are shared, which is all of the one that is three times shorter.
        assertThat(add("b", print(1, 85, 33))).isEqualTo(StoryWindow.Novelty.REPRINT);
        StoryWindow other = new StoryWindow(SETTINGS);
        add(other, match("a", NOON, print(1, 0, 100)));
        assertThat(add(other, match("b", NOON, print(1, 95, 100))))
                .isEqualTo(StoryWindow.Novelty.NEW_STORY);
    }

    @Test
    void articlesTooShortForAPrintAreStoriesOfTheirOwn() {
        add("a", new Signature(List.of(), 0));
        assertThat(add("b", new Signature(List.of(), 0))).isEqualTo(StoryWindow.Novelty.NEW_STORY);
    }

    @Test
    void onlyTheNewestAreRemembered() {
        for (String article : List.of("a", "b", "c", "d")) {
            add(article, null);
        }
        assertThat(add("b", null)).isEqualTo(StoryWindow.Novelty.SAME);
        assertThat(add("a", null)).isEqualTo(StoryWindow.Novelty.NEW_STORY);
    }

    @Test
    void whatIsLongAgoIsForgotten() {
        add("a", print(1, 0, 100));
        Instant later = NOON.plus(Duration.ofDays(4));
        assertThat(add(window, match("b", later, print(1, 0, 100))))
                .isEqualTo(StoryWindow.Novelty.NEW_STORY);
    }
}
