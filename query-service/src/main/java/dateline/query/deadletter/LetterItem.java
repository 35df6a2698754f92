package dateline.query.deadletter;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter in a list; the components are those of {@link OpenLetter} and {@link Cause}.
 *
 * @param place where the letter lies, as {@code topic-partition@offset}
 */
public record LetterItem(
        String origin,
        String place,
        @Nullable String key,
        List<String> articles,
        String group,
        String service,
        String topic,
        String reason,
        String message,
        int attempt,
        Instant at,
        int size) {
    static LetterItem of(OpenLetter letter) {
        Cause cause = letter.cause();
        return new LetterItem(
                letter.origin().toString(),
                letter.place().toString(),
                letter.key(),
                letter.articles(),
                cause.id(),
                cause.service(),
                cause.topic(),
                cause.reason(),
                letter.message(),
                letter.attempt(),
                letter.at(),
                letter.size());
    }
}
