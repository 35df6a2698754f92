package dateline.query.rising;

import dateline.query.rising.Trends.Trend;
import dateline.query.significance.FalseDiscoveries;
import dateline.query.significance.LogLikelihood;
import dateline.query.significance.Rhythm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Decides which changes are more than the usual ups and downs. Pure, so that its rate of false alarms can be tested.
 */
final class Judgement {
    private Judgement() {}

    /**
     * The changes to tell.
     *
     * @param candidates the values that were looked at more closely
     * @param tested how many values there are: also those that are too rare to be looked at would have come in here, had
     *     chance made them frequent
     * @param rhythms how much some of them, which must be all of those with the largest G², went up and down before, by id
     * @param rate the rate of false discoveries that is accepted, from 0 to 1
     * @return the surest first
     */
    static List<Trend> trends(List<Candidate> candidates, long tested, Map<String, Rhythm> rhythms, double rate) {
        double usual = Rhythm.usual(rhythms.values());
        double[] chances = new double[candidates.size()];
        for (int i = 0; i < chances.length; i++) {
            Candidate candidate = candidates.get(i);
            Rhythm rhythm = rhythms.get(candidate.id());
            chances[i] = rhythm == null
                    ? LogLikelihood.chance(candidate.g2() / usual)
                    : rhythm.among(usual).chance(candidate.g2());
        }
        double[] rates = FalseDiscoveries.rates(chances, Math.max(tested, chances.length));
        List<Trend> trends = new ArrayList<>();
        for (int i = 0; i < chances.length; i++) {
            Rhythm rhythm = rhythms.get(candidates.get(i).id());
            if (rates[i] <= rate && rhythm != null) {
                trends.add(trend(candidates.get(i), rhythm.among(usual), chances[i], rates[i]));
            }
        }
        trends.sort(Comparator.comparingDouble(Trend::chance)
                .thenComparing(trend -> -Math.abs(trend.significance()))
                .thenComparing(Trend::id));
        return trends;
    }

    private static Trend trend(Candidate candidate, Rhythm rhythm, double chance, double rate) {
        double share = (double) candidate.articles() / candidate.of();
        double before = (double) candidate.before() / candidate.ofBefore();
        double significance = rhythm.adjusted(candidate.g2());
        return new Trend(
                candidate.id(),
                candidate.label(),
                candidate.articles(),
                candidate.before(),
                share,
                before,
                candidate.before() == 0 ? null : share / before,
                candidate.rises() ? significance : -significance,
                rhythm.dispersion(),
                chance,
                rate);
    }
}
