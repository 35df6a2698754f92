package dateline.enrich.geography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dateline.contract.Block;
import dateline.contract.Geography;
import dateline.enrich.WholePipeline;
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
