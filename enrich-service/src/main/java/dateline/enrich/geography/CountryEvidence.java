package dateline.enrich.geography;

import dateline.contract.Geography;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Weighs which countries an article is about. A place says most; a demonym, a person or an organisation of a country say
 * less; each counts with the root of how often it is named, so that one name repeated does not drown the rest. The
 * outlet's country only strengthens what something else hints at. The weights were set by hand, not learned.
 */
final class CountryEvidence {
    static final double PLACE = 1;
    static final double DATELINE = 1;
    static final double DEMONYM = 0.7;
    static final double PERSON = 0.5;
    static final double ORGANISATION = 0.5;
    static final double OUTLET = 0.3;
    static final double IN_TITLE = 1.5;
    private static final double LEAST_SHARE = 0.08;
    private static final int MOST = 5;

    private final Map<String, Double> weights = new HashMap<>();

    /** Counts something of a country that is named so many times. */
    void add(@Nullable String country, double weight, int times) {
        if (country != null && times > 0) {
            weights.merge(country, weight * Math.sqrt(times), Double::sum);
        }
    }

    /** The countries, the surest first; shares of less than 8 % are left out, so the rest may add up to less than 1. */
    List<Geography.Country> countries(@Nullable String outletCountry) {
        if (outletCountry != null && weights.containsKey(outletCountry)) {
            weights.merge(outletCountry, OUTLET, Double::sum);
        }
        double all = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        return weights.entrySet().stream()
                .map(entry -> new Geography.Country(entry.getKey(), Math.round(1000 * entry.getValue() / all) / 1000.0))
                .filter(country -> country.share() >= LEAST_SHARE)
                .sorted(Comparator.comparingDouble(Geography.Country::share)
                        .reversed()
                        .thenComparing(Geography.Country::code))
                .limit(MOST)
                .toList();
    }
}
