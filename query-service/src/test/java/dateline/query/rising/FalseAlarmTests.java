package dateline.query.rising;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.query.rising.Trends.Trend;
import dateline.query.significance.FalseDiscoveries;
import dateline.query.significance.LogLikelihood;
import dateline.query.significance.Rhythm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** How often chance is taken for a trend, on made-up days of news in which it is known what changed. */
class FalseAlarmTests {
    private static final int DAYS = 28;
    private static final int VALUES = 2_000;
    private static final int ARTICLES = 400;
    private static final int ROUNDS = 40;
    private static final int LEAST = 3;

    /** Zipf's law: the first value is in 60 articles a day, the last in one of a month. */
    private static double usual(int value) {
        return 60.0 / (value + 1);
    }

    /** A day's articles with each value. */
    private interface News {
        long articles(Random random, double mean);
    }

    private static long independent(Random random, double mean) {
        double limit = Math.exp(-mean);
        long count = -1;
        for (double product = 1; product > limit; product *= random.nextDouble()) {
            count++;
        }
        return Math.min(count, ARTICLES);
    }

    /** Stories that come by chance, each with one to nine articles: the variance is six times the mean. */
    private static long inBursts(Random random, double mean) {
        long articles = 0;
        for (long story = independent(random, mean / 5); story > 0; story--) {
            articles += 1 + random.nextInt(9);
        }
        return Math.min(articles, ARTICLES);
    }

    private record Round(List<Candidate> candidates, Map<String, Rhythm> rhythms) {
        List<Trend> trends() {
            return Judgement.trends(candidates, VALUES, rhythms, TrendSearch.FALSE_DISCOVERY_RATE);
        }

        /** What would be told if every article were taken for independent. */
        long withoutRhythm() {
            double[] rates = FalseDiscoveries.rates(
                    candidates.stream()
                            .mapToDouble(candidate -> LogLikelihood.chance(candidate.g2()))
                            .toArray(),
                    VALUES);
            return java.util.Arrays.stream(rates)
                    .filter(rate -> rate <= TrendSearch.FALSE_DISCOVERY_RATE)
                    .count();
        }
    }

    private static Round round(Random random, News news, IntToDoubleFunction today) {
        long[] of = new long[DAYS];
        java.util.Arrays.fill(of, ARTICLES);
        List<Candidate> candidates = new ArrayList<>();
        Map<String, Rhythm> rhythms = new HashMap<>();
        for (int value = 0; value < VALUES; value++) {
            long[] days = new long[DAYS];
            long before = 0;
            for (int day = 0; day < DAYS; day++) {
                days[day] = news.articles(random, usual(value));
                before += days[day];
            }
            long now = news.articles(random, today.applyAsDouble(value));
            Candidate candidate = new Candidate("" + value, "", now, ARTICLES, before, (long) ARTICLES * DAYS);
            if (now >= LEAST || candidate.expected() >= LEAST) {
                candidates.add(candidate);
                rhythms.put(candidate.id(), Rhythm.of(days, of));
            }
        }
        return new Round(candidates, rhythms);
    }

    private static double roundsWithAlarm(String kind, News news) {
        Random random = new Random(11);
        int alarms = 0;
        for (int i = 0; i < ROUNDS; i++) {
            alarms += round(random, news, FalseAlarmTests::usual).trends().isEmpty() ? 0 : 1;
        }
        System.out.printf(java.util.Locale.ROOT, "%s: days with a false alarm: %d of %d%n", kind, alarms, ROUNDS);
        return (double) alarms / ROUNDS;
    }

    @Test
    void whereNothingChangedSeldomAnythingIsTold() {
        // Where nothing is true, the rate of false discoveries is the rate of days with any.
        assertThat(roundsWithAlarm("independent", FalseAlarmTests::independent)).isLessThanOrEqualTo(0.10);
    }

    @Test
    void storiesThatComeInBurstsAreNoTrend() {
        assertThat(roundsWithAlarm("in bursts", FalseAlarmTests::inBursts)).isLessThanOrEqualTo(0.15);
        // Nearly every day something would be told if articles were taken for independent.
        Random random = new Random(11);
        long told = 0;
        for (int i = 0; i < ROUNDS; i++) {
            told += round(random, FalseAlarmTests::inBursts, FalseAlarmTests::usual)
                    .withoutRhythm();
        }
        assertThat((double) told / ROUNDS).isGreaterThan(5);
    }

    @Test
    void whatChangedIsTold() {
        Random random = new Random(5);
        int found = 0;
        int wrong = 0;
        for (int i = 0; i < ROUNDS; i++) {
            // Ten values of usually two articles a day have thirty, and the most frequent one has a third.
            List<Trend> trends = round(
                            random,
                            FalseAlarmTests::independent,
                            value -> value == 0 ? usual(0) / 3 : value >= 25 && value < 35 ? 30 : usual(value))
                    .trends();
            for (Trend trend : trends) {
                int value = Integer.parseInt(trend.id());
                boolean rises = value >= 25 && value < 35 && trend.significance() > 0;
                boolean falls = value == 0 && trend.significance() < 0;
                found += rises || falls ? 1 : 0;
                wrong += rises || falls ? 0 : 1;
            }
        }
        assertThat(found).isEqualTo(11 * ROUNDS);
        assertThat((double) wrong / (found + wrong)).isLessThan(0.08);
    }

    @Test
    void aRiseIsToldEvenOfWhatComesInBursts() {
        Random random = new Random(6);
        int found = 0;
        for (int i = 0; i < ROUNDS; i++) {
            found += (int)
                    round(random, FalseAlarmTests::inBursts, value -> value == 20 ? 90 : usual(value)).trends().stream()
                            .filter(trend -> trend.id().equals("20") && trend.significance() > 0)
                            .count();
        }
        assertThat(found).isGreaterThanOrEqualTo(ROUNDS * 9 / 10);
    }
}
