package dateline.ingest.fetch;

import crawlercommons.domains.EffectiveTldFinder;
import dateline.contract.CanonicalUrl;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whose server a URL is on: its registrable domain by the public suffix list ({@code example.co.uk} for
 * {@code news.example.co.uk}), or the host itself where that has none, as an address or {@code localhost}.
 */
public final class Site {
    private Site() {}

    /**
     * The site of a URL.
     *
     * @throws IllegalArgumentException if the text is not an absolute http or https URL
     */
    public static String of(String url) {
        return ofHost(CanonicalUrl.of(url).host());
    }

    /** The site of a host. */
    public static String ofHost(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.startsWith("[") || name.chars().allMatch(c -> c == '.' || Character.isDigit(c))) {
            return name;
        }
        @Nullable String domain = EffectiveTldFinder.getAssignedDomain(name, true, false);
        return domain == null || domain.isEmpty() ? name : domain;
    }
}
