package dateline.enrich.knowledge;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is, or was, to something else.
 *
 * @param title in English and lower case: {@code president}, {@code foreign minister}
 * @param of id of the country or organisation
 * @param startedIn year or ISO date the role began
 * @param endedIn year or ISO date it ended; {@code past} where only that is known
 */
public record Role(
        String title,
        String of,
        @Nullable String startedIn,
        @Nullable String endedIn) {
    /** When it began, if that is known. */
    public Optional<String> since() {
        return Optional.ofNullable(startedIn);
    }

    /** When it ended; empty where it has not, as far as is known. */
    public Optional<String> until() {
        return Optional.ofNullable(endedIn);
    }

    public boolean isCurrent() {
        return endedIn == null;
    }
}
