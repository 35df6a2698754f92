package dateline.query.search;

import dateline.query.search.Tally.Counted;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;

/** Names of countries, which the index holds by their codes. */
public final class CountryNames {
    private CountryNames() {}

    /** Gives counts by ISO 3166 alpha-2 code the countries' English names. */
    public static List<Counted> named(List<Counted> byCode) {
        return byCode.stream()
                .map(country -> country.labelled(name(country.id())))
                .toList();
    }

    /** The English name of a country, or its code if it has none. */
    static String name(String code) {
        try {
            return new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
        } catch (IllformedLocaleException e) {
            return code;
        }
    }
}
