package dateline.query.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SignificanceTests {
    @Test
    void g2IsThatOfTheFourCells() {
        // By hand: 2 (10 ln 2 + 0 + 90 ln(90/95) + 100 ln(100/95)).
        double byHand = 2 * (10 * Math.log(2) + 90 * Math.log(90 / 95.0) + 100 * Math.log(100 / 95.0));

        assertThat(LogLikelihood.of(10, 100, 0, 100)).isCloseTo(byHand, within(1e-9));
        assertThat(LogLikelihood.of(0, 100, 10, 100)).isCloseTo(byHand, within(1e-9));
    }

    @Test
    void equalRatesAndEmptyGroupsAreNoSurprise() {
        assertThat(LogLikelihood.of(5, 50, 50, 500)).isCloseTo(0, within(1e-9));
        assertThat(LogLikelihood.of(0, 0, 5, 10)).isZero();
        assertThat(LogLikelihood.of(3, 10, 0, 0)).isZero();
        assertThat(LogLikelihood.of(7, 7, 9, 9)).isZero();
        assertThat(LogLikelihood.of(0, 7, 0, 9)).isZero();
    }

    @Test
    void chanceIsThatOfChiSquaredWithOneDegreeOfFreedom() {
        assertThat(LogLikelihood.chance(0)).isEqualTo(1);
        assertThat(LogLikelihood.chance(3.841459)).isCloseTo(0.05, within(1e-6));
        assertThat(LogLikelihood.chance(Association.SIGNIFICANT)).isCloseTo(0.001, within(1e-5));
    }

    @Test
    void whatIsNeverApartHasStrengthOneAndWhatMeetsByChanceNone() {
        assertThat(Association.of(20, 20, 20, 1_000).strength()).isCloseTo(1, within(1e-12));
        Association chance = Association.of(10, 100, 100, 1_000);
        assertThat(chance.strength()).isCloseTo(0, within(1e-12));
        assertThat(chance.significance()).isCloseTo(0, within(1e-9));
        assertThat(chance.isPositive()).isFalse();
    }

    @Test
    void strengthIsPointwiseMutualInformationByItsGreatest() {
        double mutual = Math.log(8.0 * 1_000 / (20 * 50));

        assertThat(Association.of(8, 20, 50, 1_000).strength())
                .isCloseTo(mutual / -Math.log(8 / 1_000.0), within(1e-12));
    }

    @Test
    void whatAvoidsEachOtherIsNegative() {
        assertThat(Association.of(1, 400, 400, 1_000).strength()).isNegative();
        assertThat(Association.of(1, 400, 400, 1_000).significance()).isNegative();
        assertThat(Association.of(0, 400, 400, 1_000).strength()).isEqualTo(-1);
        assertThat(Association.of(0, 400, 400, 1_000).significance()).isLessThan(-Association.SIGNIFICANT);
    }

    @Test
    void whatIsInEveryArticleTellsNothing() {
        assertThat(Association.of(10, 10, 10, 10).strength()).isZero();
        assertThat(Association.of(4, 10, 4, 10).significance()).isZero();
        assertThat(Association.of(0, 0, 4, 10)).isEqualTo(new Association(0, 0, 0));
    }

    @Test
    void oneMeetingOfTwoRareThingsIsStrongButNotSignificant() {
        Association once = Association.of(1, 40, 40, 1_000);

        assertThat(once.isPositive()).isFalse();
        assertThat(Association.of(3, 3, 3, 1_000).isPositive()).isTrue();
    }

    @Test
    void anEvenRhythmTakesNothingOffAndAnUnevenOneDoes() {
        long[] of = new long[28];
        Arrays.fill(of, 100);
        long[] even = new long[28];
        Arrays.fill(even, 5);
        long[] inBursts = new long[28];
        inBursts[3] = 70;
        inBursts[20] = 70;

        assertThat(Rhythm.of(even, of).dispersion()).isZero();
        assertThat(Rhythm.of(even, of).adjusted(20)).isEqualTo(20);
        assertThat(Rhythm.of(inBursts, of).dispersion()).isGreaterThan(50);
        assertThat(Rhythm.of(even, of).chance(20)).isLessThan(0.001);
        assertThat(Rhythm.of(inBursts, of).chance(20)).isGreaterThan(0.5);
    }

    @Test
    void slicesWithoutArticlesSayNothing() {
        assertThat(Rhythm.of(new long[] {1, 0, 2, 0, 1}, new long[] {10, 0, 20, 0, 10}))
                .isEqualTo(new Rhythm(0, 4, 2));
        assertThat(Rhythm.of(new long[] {0, 0}, new long[] {0, 0}).chance(3.841459))
                .isCloseTo(0.05, within(1e-6));
    }

    @Test
    void whatIsRareIsTakenToBeAsUnevenAsThingsUsuallyAre() {
        double usual = Rhythm.usual(java.util.List.of(
                new Rhythm(2, 100, 27), new Rhythm(3, 90, 27), new Rhythm(40, 80, 27), new Rhythm(500, 2, 27)));

        assertThat(usual).isEqualTo(3);
        assertThat(new Rhythm(1, 0, 27).among(usual).dispersion()).isEqualTo(3);
        assertThat(new Rhythm(7, 30, 27).among(usual)).isEqualTo(new Rhythm(5, 30, 108));
        assertThat(new Rhythm(7, 1_000_000, 27).among(usual).dispersion()).isCloseTo(7, within(0.01));
        assertThat(Rhythm.usual(java.util.List.of())).isEqualTo(1);
    }

    @Test
    void ratesOfFalseDiscoveriesAreThoseOfBenjaminiAndHochberg() {
        assertThat(FalseDiscoveries.rates(new double[] {0.04, 0.001, 0.03, 0.5}, 4))
                .containsExactly(new double[] {0.16 / 3, 0.004, 0.16 / 3, 0.5}, within(1e-12));
        assertThat(FalseDiscoveries.rates(new double[] {0.001, 0.5}, 1_000))
                .containsExactly(new double[] {1, 1}, within(1e-12));
        assertThat(FalseDiscoveries.rates(new double[0], 0)).isEmpty();
    }
}
