package dateline.query.names;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.query.index.Names;
import dateline.query.names.NameTable.Alias;
import dateline.query.names.NameTable.Match;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NameTableTests {
    private static final Named LUKASHENKO =
            new Named(Named.Kind.PERSON, "person:alexander-lukashenko", "Alexander Lukashenko", 90);
    private static final Named PUSHKIN =
            new Named(Named.Kind.PERSON, "person:alexander-pushkin", "Alexander Pushkin", 5);
    private static final Named LUXEMBOURG = new Named(Named.Kind.PLACE, "place:luxembourg", "Luxembourg", 200);
    private static final Named BELTA = new Named(Named.Kind.OUTLET, "belta.by", "BelTA", 40);

    private final NameTable table = new NameTable(
            List.of(LUKASHENKO, PUSHKIN, LUXEMBOURG, BELTA),
            List.of(
                    new Alias(Names.fold("Лукашенко"), LUKASHENKO.id()),
                    new Alias(Names.fold("Аляксандр Лукашэнка"), LUKASHENKO.id()),
                    new Alias(Names.fold("卢卡申科"), LUKASHENKO.id()),
                    new Alias("nobody", "person:nobody")));

    private List<Named> found(String text) {
        return table.find(text, any -> true, 10).stream().map(Match::named).toList();
    }

    @Test
    void theBeginningOfAnyWordOfAnyNameIsEnough() {
        assertThat(found("alex")).containsExactly(LUKASHENKO, PUSHKIN);
        assertThat(found("lu")).containsExactly(LUXEMBOURG, LUKASHENKO);
        assertThat(found("puSHk")).containsExactly(PUSHKIN);
        assertThat(found("luka alex")).containsExactly(LUKASHENKO);
        assertThat(found("bel")).containsExactly(BELTA);
        assertThat(found("kashenko")).isEmpty();
        assertThat(found("nobody")).isEmpty();
        assertThat(found(" … ")).isEmpty();
    }

    @Test
    void aNameInAnyScriptLeadsToTheSame() {
        assertThat(found("Лукаш")).containsExactly(LUKASHENKO);
        assertThat(found("лукашэнка аляксандр")).containsExactly(LUKASHENKO);
        assertThat(found("卢卡")).containsExactly(LUKASHENKO);
        assertThat(table.find("Лукашенко", any -> true, 1).getFirst().name()).isEqualTo("лукашенко");
    }

    @Test
    void aWholeNameComesBeforeAMoreFrequentBeginning() {
        NameTable both = new NameTable(
                List.of(
                        new Named(Named.Kind.PLACE, "place:mali", "Mali", 3),
                        new Named(Named.Kind.PERSON, "person:malick", "Malick", 70)),
                List.of());

        assertThat(both.find("mali", any -> true, 1).getFirst().named().id()).isEqualTo("place:mali");
    }

    @Test
    void onlyWhatIsWantedIsFound() {
        assertThat(table.find("lu", named -> named.kind() == Named.Kind.PERSON, 10))
                .hasSize(1);
        assertThat(table.find("a", any -> true, 1)).hasSize(1);
    }

    @Test
    void aWordIsCorrectedToTheNearestOneOfANameAndThenToTheMostFrequent() {
        Map<String, Long> words = table.words();

        assertThat(Spelling.nearest("lukashenk", words)).contains("lukashenko");
        assertThat(Spelling.nearest("lukasehnko", words)).contains("lukashenko");
        assertThat(Spelling.nearest("лукашнко", words)).contains("лукашенко");
        assertThat(Spelling.nearest("luxemburg", words)).contains("luxembourg");
        assertThat(Spelling.nearest("lukashenko", words)).isEmpty();
        assertThat(Spelling.nearest("harbour", words)).isEmpty();
        assertThat(Spelling.nearest("bel", words)).isEmpty();
    }

    @Test
    void lettersThatChangedPlacesAreOneFault() {
        assertThat(Spelling.distance("abcd", "abdc", 2)).isEqualTo(1);
        assertThat(Spelling.distance("abcd", "abcd", 2)).isZero();
        assertThat(Spelling.distance("abcd", "xbcz", 2)).isEqualTo(2);
        assertThat(Spelling.distance("abcd", "wxyz", 2)).isGreaterThan(2);
        assertThat(Spelling.distance("", "ab", 2)).isEqualTo(2);
    }
}
