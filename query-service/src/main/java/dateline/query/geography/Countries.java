package dateline.query.geography;

import dateline.query.search.Tally.Counted;
import java.util.List;
import java.util.Locale;

/** Names of countries. */
public final class Countries {
    private Countries() {}

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
        } catch (java.util.IllformedLocaleException e) {
            return code;
        }
    }
}
