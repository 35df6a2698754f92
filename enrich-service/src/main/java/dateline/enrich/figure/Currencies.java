package dateline.enrich.figure;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells which country's dollar or dinar is meant. */
final class Currencies {
    private final @Nullable String outletCountry;
    private final List<String> countries;

    /**
     * Currencies in the light of an article.
     *
     * @param outletCountry ISO 3166 alpha-2
     * @param countries what the article is about, the surest first
     */
    Currencies(@Nullable String outletCountry, List<String> countries) {
        this.outletCountry = outletCountry;
        this.countries = countries;
    }

    /**
     * One of several codes.
     *
     * @param codes comma-separated; the first is what is meant where nothing else tells, {@code ?} for none. A dollar is
     *     decided by the outlet alone: an article about Australia in an American paper reckons in US dollars.
     */
    @Nullable
    String choose(String codes) {
        List<String> choice = List.of(codes.split(","));
        if (choice.size() > 1) {
            if (!choice.getFirst().equals("USD")) {
                for (String country : countries) {
                    String code = of(country);
                    if (code != null && choice.contains(code)) {
                        return code;
                    }
                }
            }
            String code = outletCountry == null ? null : of(outletCountry);
            if (code != null && choice.contains(code)) {
                return code;
            }
        }
        return choice.getFirst().equals("?") ? null : choice.getFirst();
    }

    private static @Nullable String of(String country) {
        try {
            Currency currency = Currency.getInstance(Locale.of("", country));
            return currency == null ? null : currency.getCurrencyCode();
        } catch (IllegalArgumentException noSuchCountry) {
            return null;
        }
    }
}
