package dateline.query.dashboard;

import org.jspecify.annotations.Nullable;

/** An outlet's row in the list of all; the numbers are in words. */
public record OutletRow(
        String name,
        String link,
        String articles,
        String reprints,
        String revised,
        String quoting,
        String languages,
        @Nullable ShownTime last) {}
