package dateline.enrich.geography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dateline.contract.Block;
import dateline.contract.Geography;
import dateline.enrich.WholePipeline;
import dateline.enrich.knowledge.CurrentKnowledge;
import dateline.enrich.knowledge.KnowledgeBase;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Invented texts with known answers, through the whole pipeline. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GeographyEnricherTests {
    private WholePipeline whole;

    @BeforeAll
    void start() {
        whole = new WholePipeline();
    }

    @AfterAll
    void stop() {
        whole.close();
    }

    @Test
    void placesGetCoordinatesAndCountry() {
        Geography.Place nairobi = place(
                of("GB", "The lorries left Nairobi on Monday. From Nairobi they will go on to Kampala in Uganda."),
                "place:nairobi");

        assertThat(nairobi.country()).isEqualTo("KE");
        assertThat(nairobi.latitude()).isCloseTo(-1.28, within(0.1));
        assertThat(nairobi.longitude()).isCloseTo(36.82, within(0.1));
        assertThat(nairobi.mentions()).isEqualTo(2);
    }

    @Test
    void editsOfTheKnowledgeBaseReachThePlacesToo() {
        CurrentKnowledge knowledge = new CurrentKnowledge(KnowledgeBase.load());
        GeographyEnricher enricher = new GeographyEnricher(knowledge);
        String before = enricher.version();

        knowledge.replace(new CurrentKnowledge.Edition(knowledge.get(), 17));

        assertThat(enricher.version()).isEqualTo(before + "+e17");
    }

    @Test
    void countriesAreOnTheMapToo() {
        Geography.Place uganda = place(of("GB", "Farmers in Uganda hope for rain."), "place:uganda");

        assertThat(uganda.latitude()).isCloseTo(0.3, within(2.0));
        assertThat(uganda.longitude()).isCloseTo(32.6, within(2.0));
    }

    @Test
    void theDatelineIsApartFromThePlacesMentioned() {
        Geography geography =
                of("AZ", "BAKU, April 21 (Caspian Wire) — A ferry with apples came in from Aktau in Kazakhstan.");

        assertThat(Objects.requireNonNull(geography.dateline()).entityId()).isEqualTo("place:baku");
        assertThat(geography.dateline().country()).isEqualTo("AZ");
        assertThat(geography.places()).extracting(Geography.Place::entityId).doesNotContain("place:baku");
    }

    @Test
    void aDatelineBlockIsBelievedWithoutADash() {
        Geography geography = geography(
                "GB",
                List.of(
                        new Block(Block.Kind.DATELINE, "Tbilisi, 27 April, Caspian Wire"),
                        new Block(Block.Kind.PARAGRAPH, "Engineers have begun a survey of the old line.")));

        assertThat(Objects.requireNonNull(geography.dateline()).entityId()).isEqualTo("place:tbilisi");
    }

    @Test
    void aPlaceThatBeginsASentenceIsNoDateline() {
        assertThat(of("GB", "Paris – the city of light – was dark on Monday.").dateline())
                .isNull();
        assertThat(of("GB", "Nairobi has a new library, and it is full of children.")
                        .dateline())
                .isNull();
    }

    @Test
    void theCountryBehindATownInADatelineTellsWhichIsMeant() {
        assertThat(Objects.requireNonNull(of("GB", "KOCHI, Japan (AP) — A library opened on Monday.")
                                .dateline())
                        .country())
                .isEqualTo("JP");
    }

    private String dateline(String outletCountry, String body) {
        Geography.Place place = of(outletCountry, body).dateline();
        return place == null ? "none" : place.entityId();
    }

    @Test
    void theStateBehindATownTellsWhichIsMeantHoweverFamousItsNamesake() {
        assertThat(dateline("US", "PORTLAND, Maine — A lobster boat came home on Sunday."))
                .isEqualTo("place:portland-us");
        assertThat(dateline("US", "PORTLAND, Ore. — A streetcar came home on Sunday."))
                .isEqualTo("place:portland");
        assertThat(dateline("US", "MOSCOW, Idaho — Wheat growers met at the university here."))
                .isEqualTo("nil:place:moscow");
        assertThat(dateline("CA", "PARIS, Ont. — A mill will grind again.")).isEqualTo("nil:place:paris");
        assertThat(dateline("GB", "TBILISI, Georgia — Winemakers began the harvest a week early."))
                .isEqualTo("place:tbilisi");
        assertThat(dateline("US", "ATLANTA, Georgia — Bakers began the day an hour early."))
                .isEqualTo("place:atlanta");
    }

    @Test
    void capitalsMayLackAccentsAndSaintsTheirLetters() {
        assertThat(dateline("GB", "BOGOTA, Colombia (AP) — Police found the emeralds on Tuesday."))
                .isEqualTo("place:bogota");
        assertThat(dateline("GB", "ST PETERSBURG, Russia — Two halls will close for repairs."))
                .isEqualTo("place:saint-petersburg");
    }

    @Test
    void agenciesMarkTheEndOfADatelineInManyWays() {
        assertThat(dateline("KZ", "ASTANA. May 4. Interfax-Kazakhstan. The government approved the plan."))
                .isEqualTo("place:astana");
        assertThat(dateline("UA", "Lviv, May 6 (Ukrinform). Doctors have carried out a rare operation."))
                .isEqualTo("place:lviv");
        assertThat(dateline("ES", "Madrid, 4 may (EFE).- El Gobierno aprobó una ley de vivienda."))
                .isEqualTo("place:madrid");
        assertThat(dateline("IN", "New Delhi, May 4 (PTI) The Supreme Court asked for a reply within a week."))
                .isEqualTo("place:new-delhi");
        assertThat(dateline("FR", "Paris, le 4 mai 2026 – Le ministre a présenté un plan pour la forêt."))
                .isEqualTo("place:paris");
        assertThat(dateline("GB", "Yerevan/Tbilisi — Trains between the capitals will run daily."))
                .isEqualTo("place:yerevan");
        assertThat(dateline("IN", "Kochi: Heavy rain is likely from Tuesday, the weather office said."))
                .isEqualTo("place:kochi");
    }

    @Test
    void aWordAndAColonAreNoDateline() {
        assertThat(dateline("GB", "Minister: No new taxes before the election, said the paper on Monday."))
                .isEqualTo("none");
        assertThat(dateline("GB", "London: the city that never reads its mail."))
                .isEqualTo("none");
    }

    @Test
    void demonymsSayWhichCountryItIsAbout() {
        Geography geography =
                of("FR", "Belarusian farmers expect a good harvest. The Belarusian minister was pleased.");

        assertThat(geography.countries())
                .first()
                .extracting(Geography.Country::code)
                .isEqualTo("BY");
    }

    @Test
    void russianDemonymsAreKnownInAllTheirCases() {
        Geography geography = of(
                "FR",
                "Урожай порадовал белорусских фермеров. О нём говорили на белорусском рынке и в газетах этой весной.");

        assertThat(geography.countries()).extracting(Geography.Country::code).contains("BY");
    }

    @Test
    void theOutletsCountryAloneSaysNothing() {
        assertThat(of("GB", "A cat sat in a tree for three days and came down by itself.")
                        .countries())
                .isEmpty();
    }

    @Test
    void sharesAddUpToAtMostOneAndTheMainCountryLeads() {
        Geography geography = of(
                "GB",
                "Kenya will build a railway. Nairobi and Mombasa get stations, Kenya's president said. Uganda may follow.");

        assertThat(geography.countries())
                .first()
                .extracting(Geography.Country::code)
                .isEqualTo("KE");
        assertThat(geography.countries().stream()
                        .mapToDouble(Geography.Country::share)
                        .sum())
                .isBetween(0.5, 1.001);
    }

    private Geography of(String outletCountry, String body) {
        return geography(outletCountry, List.of(new Block(Block.Kind.PARAGRAPH, body)));
    }

    private Geography geography(String outletCountry, List<Block> blocks) {
        var enriched = whole.pipeline()
                .enrich(WholePipeline.article("", Instant.parse("2026-04-22T12:00:00Z"), outletCountry, blocks));
        assertThat(enriched.failures()).isEmpty();
        return Objects.requireNonNull(enriched.geography());
    }

    private static Geography.Place place(Geography geography, String id) {
        return geography.places().stream()
                .filter(place -> place.entityId().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not among " + geography.places()));
    }
}
