package dateline.ingest.feed;

import dateline.ingest.date.ParsedDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A date as a feed gives it.
 *
 * @param raw its text
 * @param parsed what the text means; missing if it could not be understood
 * @param plausible whether an article can bear it: not before 1990 and not more than a day ahead of the clock
 */
public record FeedDate(String raw, @Nullable ParsedDate parsed, boolean plausible) {
    /** The date, if it was understood and is plausible. */
    public Optional<ParsedDate> believed() {
        return plausible ? Optional.ofNullable(parsed) : Optional.empty();
    }
}
