package dateline.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A check that cannot fail proves nothing, so each thing it looks for is put in once. */
class ComparisonTests {
    private final List<Story> stories =
            IntStream.range(0, 100).mapToObj(i -> new Story("chaos.example", i)).toList();
    private final Map<String, Held> held = new HashMap<>();

    @BeforeEach
    void everythingIsThere() {
        stories.stream().filter(story -> !story.isTakenDown()).forEach(story -> held.put(story.id(), newest(story)));
    }

    private static Held newest(Story story) {
        return new Held(story.revisions(), Story.checksum(story.body(story.revisions())));
    }

    private Comparison compared() {
        return Comparison.of("index", stories, held, 0);
    }

    @Test
    void whatIsAsPublishedIsClean() {
        assertThat(compared().isClean()).isTrue();
        assertThat(compared().expected()).isEqualTo(99);
    }

    @Test
    void aMissingArticleIsLost() {
        held.remove(stories.get(1).id());

        assertThat(compared().lost()).isEqualTo(1);
        assertThat(compared().isClean()).isFalse();
    }

    @Test
    void anOlderRevisionIsStaleAndSoIsAnotherText() {
        held.put(stories.get(7).id(), new Held(2, Story.checksum(stories.get(7).body(2))));
        held.put(stories.get(1).id(), new Held(1, 42));

        assertThat(compared().stale()).isEqualTo(2);
    }

    @Test
    void aRevisionThatNobodyPublishedIsOneTooMany() {
        held.put(stories.get(1).id(), new Held(2, Story.checksum(stories.get(1).body(1))));

        assertThat(compared().doubled()).isEqualTo(1);
    }

    @Test
    void whatWasTakenDownIsNotToBeThere() {
        held.put(stories.get(42).id(), newest(stories.get(42)));

        assertThat(compared().back()).isEqualTo(1);
        assertThat(compared().isClean()).isFalse();
    }
}
