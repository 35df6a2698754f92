package dateline.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dateline.contract.EntityType;
import dateline.contract.Mention;
import dateline.enrich.knowledge.KnowledgeBase;
import dateline.enrich.tagger.NameTagger;
import dateline.enrich.tagger.StatisticalTagger;
import dateline.enrich.tagger.TaggedSpan;
import dateline.enrich.token.Tokenizer;
import dateline.enrich.token.Tokens;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EntityTaggerTests {
    private EntityTagger tagger;

    @BeforeAll
    void load() {
        tagger = new EntityTagger(KnowledgeBase.load(), StatisticalTagger.load());
    }

    @Test
    void offsetsPointAtTheSurfaceInTitleAndBody() {
        String title = "Alyaksandr Lukashenka meets 👋 Putin";
        String body = "Мінск. President Lukashenka said in Minsk that Armenia’s Nikol Pashinyan\u200B had called.";
        EntityAnnotations found = tagger.annotate(title, body, "en", ArticleContext.NONE);
        assertThat(found.mentions()).isNotEmpty().allSatisfy(mention -> {
            String text = mention.field() == Mention.Field.TITLE ? title : body;
            assertThat(text.substring(mention.start(), mention.end())).isEqualTo(mention.surface());
        });
    }

    @Test
    void aSurnameFollowsTheFullName() {
        EntityAnnotations found = tagger.annotate(
                "", "Alexander Lukashenko flew to Moscow. Lukashenko returned on Friday.", "en", ArticleContext.NONE);
        assertThat(found.mentions())
                .filteredOn(mention -> mention.surface().startsWith("Lukashenko"))
                .singleElement()
                .satisfies(mention -> {
                    assertThat(mention.entityId()).isEqualTo("person:alexander-lukashenko");
                    assertThat(mention.by()).isEqualTo(Mention.By.COREFERENCE);
                });
    }

    @Test
    void aRelativeWithTheSameSurnameIsSomebodyElse() {
        EntityAnnotations found = tagger.annotate(
                "", "Viktor Lukashenko, a businessman, spoke. Lukashenko left early.", "en", ArticleContext.NONE);
        assertThat(found.entities()).noneMatch(entity -> entity.id().equals("person:alexander-lukashenko"));
    }

    @Test
    void whoIsCalledMrIsAPersonEvenWhereTheTaggerSawNobody() {
        List<String> names = List.of("Obame", "Zwmbxq", "Golwalkar");
        for (String name : names) {
            EntityAnnotations found =
                    tagger.annotate("", "the charges against mr x and Mr " + name, "en", ArticleContext.NONE);
            assertThat(found.mentions())
                    .extracting(Mention::surface, Mention::type)
                    .contains(tuple(name, EntityType.PERSON));
        }
    }

    @Test
    void whomASourceToldIsANewsroomAndSoIsItsSignature() {
        EntityAnnotations found = tagger.annotate(
                "",
                "KISUMU, Jul 25 (ZPQ) - The gums are good, the owner told ZPQ on Friday.",
                "en",
                ArticleContext.NONE);

        assertThat(found.mentions())
                .filteredOn(mention -> mention.surface().equals("ZPQ"))
                .hasSize(2)
                .allSatisfy(mention -> assertThat(mention.type()).isEqualTo(EntityType.ORGANISATION));
    }

    @Test
    void aNameOfOneWordIsFoundAgainUnlessItIsAnEverydayWord() {
        assertThat(resolved("Zpq opened. They like Zpq a lot.")).containsExactly(0, 5);
        assertThat(resolved("Zpq opened. They like Zpq a lot, a zpq in all but name."))
                .containsExactly(0);
    }

    /** Where the name is found if the tagger saw only its first mention. */
    private static List<Integer> resolved(String text) {
        Reading reading = new Reading(new Tokenizer().tokenize(text), "en");
        Found first = Found.unknown(0, 1, EntityType.ORGANISATION, "Zpq", 0.9, Mention.By.MODEL);
        return Coreference.resolve(reading, List.of(first)).stream()
                .map(Found::from)
                .toList();
    }

    @Test
    void anUnknownNameHasTheSameIdInEveryArticle() {
        String id = tagger.annotate("", "John Hlophulo was elected mayor of the town.", "en", ArticleContext.NONE)
                .entities()
                .getFirst()
                .id();
        assertThat(id).isEqualTo("nil:person:john-hlophulo");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The service was late. Arriva Buses Wales boss Michael Moreton said it was sorry. | Arriva Buses Wales",
                "The charity said so. Rape Crisis (England and Wales) said victims need support. | Rape Crisis (England and Wales)",
                "She has been named on the list of H Texas's best dentists this spring. | H Texas"
            })
    void aPlaceWithinAnOrganisationsNameIsNotMentionedItself(String text, String name) {
        EntityAnnotations found = tagger.annotate("", text, "en", ArticleContext.NONE);
        assertThat(found.entities())
                .extracting(entity -> entity.id())
                .doesNotContain("place:wales", "place:england", "place:texas");
        assertThat(found.mentions()).anySatisfy(mention -> {
            assertThat(mention.surface()).isEqualTo(name);
            assertThat(mention.type()).isEqualTo(EntityType.ORGANISATION);
        });
    }

    @Test
    void aPlaceInBracketsBehindAPersonIsAPlace() {
        EntityAnnotations found = tagger.annotate(
                "",
                "The delegates Emmanuel Macron (France) and Volodymyr Zelensky (Ukraine) spoke first on Monday.",
                "en",
                ArticleContext.NONE);
        assertThat(found.entities()).extracting(entity -> entity.id()).contains("place:france", "place:ukraine");
    }

    @Test
    void aDayBeforeAPlaceIsNoPartOfItsName() {
        EntityAnnotations found =
                tagger.annotate("", "On Monday Minsk was named in all papers.", "en", ArticleContext.NONE);
        assertThat(found.entities()).extracting(entity -> entity.id()).contains("place:minsk");
    }

    @Test
    void aWordInCapitalsBeforeTheDatelinesDashIsAPlace() {
        EntityAnnotations found = tagger.annotate(
                "", "CEBU — Officials said on Tuesday that the typhoon had passed.", "en", ArticleContext.NONE);
        assertThat(found.mentions())
                .filteredOn(mention -> mention.surface().equals("CEBU"))
                .singleElement()
                .extracting(mention -> mention.type())
                .isEqualTo(EntityType.PLACE);
    }

    @Test
    void theStateIsNobodyInParticular() {
        EntityAnnotations found = tagger.annotate(
                "",
                "The State said it would appeal. Lawyers for the State declined to comment.",
                "en",
                ArticleContext.NONE);
        assertThat(found.mentions()).isEmpty();
    }

    @Test
    void aDoubleSurnameIsMentionedWhole() {
        EntityAnnotations found = tagger.annotate(
                "",
                "Amara Okafor-Lane said on Monday that the ship had left. Okafor-Lane declined to say more.",
                "en",
                ArticleContext.NONE);
        assertThat(found.mentions())
                .extracting(mention -> mention.surface())
                .containsExactly("Amara Okafor-Lane", "Okafor-Lane");
    }

    @Test
    void whoPlaysAgainstSomebodyIsATeam() {
        EntityAnnotations found = tagger.annotate(
                "", "The song was heard during the Alabama versus Florida State evening.", "en", ArticleContext.NONE);
        assertThat(found.entities()).extracting(entity -> entity.id()).doesNotContain("place:alabama");
    }

    @Test
    void aCountyIsNotTheCityOfItsName() {
        assertThat(ids("Fires burned in Orange, Riverside and San Bernardino Counties on Friday."))
                .doesNotContain("place:riverside", "place:san-bernardino");
        assertThat(ids("Fires burned in Riverside and San Bernardino on Friday."))
                .contains("place:san-bernardino");
    }

    @Test
    void aCityAtTheHeadOfATitleIsNotMeant() {
        assertThat(ids("The dentists were pleased with the list of Houston's Top Dentists."))
                .doesNotContain("place:houston");
        assertThat(ids("The dentists were pleased with Houston's mayor.")).contains("place:houston");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The firm is based in Manhattan Beach, Calif., and employs nine.|place:california",
                "She opened a practice in Houston, TX last year.|place:texas"
            })
    void lettersBehindATownAreItsState(String text, String state) {
        assertThat(ids(text)).contains(state);
    }

    @Test
    void lettersThatFollowNoTownAreNoState() {
        assertThat(ids("We watched it at home, OK, and went to bed.")).doesNotContain("place:oklahoma");
    }

    @Test
    void whatAnOrganisationIsMayBeWrittenSmall() {
        assertThat(ids("In Britain the opposition Labour party increased its lead in London."))
                .contains("org:labour-party");
    }

    @Test
    void aDaysNameBehindANewsroomsLettersIsNoProductsName() {
        assertThat(ids("The minister told CNN Monday that talks would go on.")).contains("org:cnn");
    }

    @Test
    void aListsMarkEndsAName() {
        EntityAnnotations found = tagger.annotate(
                "", "Read on: U.S. Department of Education • Charter Schools", "en", ArticleContext.NONE);
        assertThat(found.mentions()).noneMatch(mention -> mention.surface().contains("•"));
    }

    @Test
    void aLittleKnownNameIsBelievedOnlyWhereTheArticleSpeaksOfTheCountry() {
        assertThat(ids("Paula Bennett, a former minister, spoke in Wellington, New Zealand, on Friday."))
                .contains("person:paula-bennett");
        assertThat(ids("Paula Bennett, who paints horses, won the prize. Bennett was glad."))
                .doesNotContain("person:paula-bennett");
    }

    @Test
    void lettersThatMustBeCapitalsAllNeedNotBeSeenByTheTaggerButAWordMust() {
        EntityTagger blind = new EntityTagger(KnowledgeBase.load(), new NameTagger() {
            @Override
            public boolean reads(String language) {
                return true;
            }

            @Override
            public List<TaggedSpan> tag(Tokens tokens) {
                return List.of();
            }
        });
        EntityAnnotations found =
                blind.annotate("", "The clip was shown by CNN and by Reuters on Friday.", "en", ArticleContext.NONE);

        assertThat(found.entities()).extracting(entity -> entity.id()).containsExactly("org:cnn");
    }

    private List<String> ids(String text) {
        return tagger.annotate("", text, "en", ArticleContext.NONE).entities().stream()
                .map(entity -> entity.id())
                .toList();
    }

    @Test
    void anAcronymInBracketsStandsForTheNameBeforeIt() {
        EntityAnnotations found = tagger.annotate(
                "",
                "The Zambezi River Fisheries Council (ZRFC) met on Monday. The ZRFC will meet again.",
                "en",
                ArticleContext.NONE);
        assertThat(found.mentions())
                .filteredOn(mention -> mention.surface().equals("ZRFC"))
                .hasSize(2)
                .allSatisfy(
                        mention -> assertThat(mention.entityId()).isEqualTo("nil:org:zambezi-river-fisheries-council"));
    }

    @Test
    void wordsThatAreNoNamesInLowerCaseAreNotTagged() {
        EntityAnnotations found = tagger.annotate(
                "", "They told us that reading is nice and turkey was served in march.", "en", ArticleContext.NONE);
        assertThat(found.mentions()).isEmpty();
    }

    @Test
    void inflectedNamesOfOtherLanguagesAreRecognised() {
        EntityAnnotations found = tagger.annotate(
                "", "В Минске Александра Лукашенко встретили послы Армении.", "ru", ArticleContext.NONE);
        assertThat(found.entities())
                .extracting(entity -> entity.id())
                .contains("place:minsk", "person:alexander-lukashenko", "place:armenia");
    }

    @Test
    void peopleOfTheTitleAreMoreSalientThanThoseNamedOnceAtTheEnd() {
        EntityAnnotations found = tagger.annotate(
                "Nikol Pashinyan visits Brussels",
                "Nikol Pashinyan arrived on Monday. Pashinyan will stay. " + "Nothing else happened. ".repeat(20)
                        + "Emmanuel Macron was not there.",
                "en",
                ArticleContext.NONE);
        assertThat(found.entities().getFirst().id()).isEqualTo("person:nikol-pashinyan");
        assertThat(found.entities().getFirst().type()).isEqualTo(EntityType.PERSON);
    }

    @Test
    void hostileTextTakesBoundedTimeAndLosesNothing() {
        List<String> hostile = List.of(
                "a".repeat(1 << 20),
                "A".repeat(1 << 20),
                "Vladimir Putin ".repeat(60_000),
                "Minsk\u200B\uD800 ".repeat(50_000),
                "United Nations United ".repeat(40_000),
                "(".repeat(1 << 20),
                "الرئيس ".repeat(100_000));
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(120),
                () -> hostile.forEach(text -> {
                    EntityAnnotations found = tagger.annotate("", text, "en", ArticleContext.NONE);
                    assertThat(found.mentions())
                            .allSatisfy(mention -> assertThat(text.startsWith(mention.surface(), mention.start()))
                                    .isTrue());
                }));
    }

    @Test
    void aHundredThousandNamesAreAllFound() {
        String text = "Minsk, ".repeat(100_000);
        assertThat(tagger.annotate("", text, "be", ArticleContext.NONE).mentions())
                .hasSize(100_000);
    }
}
