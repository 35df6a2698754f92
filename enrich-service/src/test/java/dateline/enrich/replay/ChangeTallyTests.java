package dateline.enrich.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.ArticleEntity;
import dateline.contract.ArticleLanguage;
import dateline.contract.EnrichedArticle;
import dateline.contract.EntityType;
import dateline.contract.RawArticle;
import dateline.contract.ReplayChanges;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChangeTallyTests {
    private static EnrichedArticle article(int number, String language, Instant at, String... entities) {
        RawArticle raw = RawSample.of("tally.example", number);
        return new EnrichedArticle(
                raw,
                new ArticleLanguage(language, 0.9, ArticleLanguage.Source.BODY),
                List.of(),
                Stream.of(entities)
                        .map(id -> new ArticleEntity(id, "Name of " + id, EntityType.PLACE, null, 1, 0.5, 0))
                        .toList(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                null,
                null,
                Map.of("language", at.toString()),
                Map.of(),
                at);
    }

    private static final Instant THEN = RawSample.NOON;
    private static final Instant NOW = RawSample.NOON.plusSeconds(60);

    @Test
    void anArticleThatWouldOnlyBeNewerDoesNotChange() {
        ChangeTally tally = new ChangeTally();
        tally.add(article(1, "en", THEN, "a"), article(1, "en", NOW, "a"));

        assertThat(tally.changes().changed()).isZero();
        assertThat(tally.changes().fields()).isEmpty();
    }

    @Test
    void gainsAndLossesAreCountedByArticleTheMostFrequentFirst() {
        ChangeTally tally = new ChangeTally();
        tally.add(article(1, "en", THEN, "a"), article(1, "en", NOW, "b"));
        tally.add(article(2, "en", THEN), article(2, "fr", NOW, "b", "c"));

        ReplayChanges changes = tally.changes();
        assertThat(changes.changed()).isEqualTo(2);
        assertThat(changes.entitiesGained()).extracting(ReplayChanges.Tally::id).containsExactly("b", "c");
        assertThat(changes.entitiesGained().getFirst().articles()).isEqualTo(2);
        assertThat(changes.entitiesLost()).extracting(ReplayChanges.Tally::id).containsExactly("a");
        assertThat(changes.languages()).extracting(ReplayChanges.Tally::id).containsExactly("en → fr");
        assertThat(changes.complete()).isTrue();
    }

    @Test
    void anArticleThatIsNotHeldYetIsAdded() {
        ChangeTally tally = new ChangeTally();
        tally.add(null, article(1, "en", NOW, "a"));

        assertThat(tally.changes().added()).isEqualTo(1);
        assertThat(tally.changes().changed()).isZero();
        assertThat(tally.changes().entitiesGained()).hasSize(1);
    }

    @Test
    void partitionsAddUpAndALongListSaysThatItWasCut() {
        ChangeTally one = new ChangeTally();
        ChangeTally other = new ChangeTally();
        one.add(article(1, "en", THEN), article(1, "en", NOW, "a"));
        for (int i = 0; i <= ChangeTally.LONGEST_LIST; i++) {
            other.add(article(i, "en", THEN), article(i, "en", NOW, "entity-" + i));
        }
        other.add(article(2, "en", THEN), article(2, "en", NOW, "a"));

        ReplayChanges sum = ChangeTally.sum(List.of(one.changes(), other.changes()));
        assertThat(sum.changed()).isEqualTo(ChangeTally.LONGEST_LIST + 3);
        assertThat(sum.entitiesGained()).hasSize(ChangeTally.LONGEST_LIST);
        assertThat(sum.entitiesGained().getFirst().id()).isEqualTo("a");
        assertThat(sum.entitiesGained().getFirst().articles()).isEqualTo(2);
        assertThat(sum.complete()).isFalse();
    }
}
