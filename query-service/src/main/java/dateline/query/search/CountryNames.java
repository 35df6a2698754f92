package dateline.query.search;

import dateline.query.search.Tally.Counted;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Names of countries, which the index holds by their codes. */
public final class CountryNames {
    // To make a locale for each takes a fifteenth of a map's time.
    private static final Map<String, String> NAMES = Arrays.stream(Locale.getISOCountries())
            .collect(Collectors.toUnmodifiableMap(code -> code, CountryNames::told));

    private CountryNames() {}

    /** Gives counts by ISO 3166 alpha-2 code the countries' English names. */
    public static List<Counted> named(List<Counted> byCode) {
        return byCode.stream()
                .map(country -> country.labelled(name(country.id())))
                .toList();
    }

    /** The English name of a country, or its code if it has none. */
    static String name(String code) {
        String name = NAMES.get(code);
        return name == null ? told(code) : name;
    }

    private static String told(String code) {
        try {
            return new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
        } catch (IllformedLocaleException e) {
            return code;
        }
    }
}
