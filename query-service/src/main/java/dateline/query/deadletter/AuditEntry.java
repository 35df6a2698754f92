package dateline.query.deadletter;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was done to a letter: a value in {@link dateline.contract.Topic#DEAD_AUDIT}.
 *
 * @param id tells entries apart; two instances that did the same write it under the same id
 * @param at when
 * @param by who, as they called themselves
 * @param action what
 * @param origin the letter
 * @param articles the articles it was about
 * @param reason the cause's short name
 * @param message what went wrong, in words; missing where the article was taken down
 * @param attempt how often the record had failed
 * @param why the reason given
 * @param outcome what came of it, such as where the record went
 */
public record AuditEntry(
        String id,
        Instant at,
        String by,
        Action action,
        String origin,
        List<String> articles,
        String reason,
        @Nullable String message,
        int attempt,
        @Nullable String why,
        String outcome) {
    /** What can be done to a letter. */
    public enum Action {
        RETRIED,
        EDITED,
        DISCARDED,
        TAKEN_DOWN
    }

    public AuditEntry {
        articles = articles == null ? List.of() : List.copyOf(articles);
    }
}
