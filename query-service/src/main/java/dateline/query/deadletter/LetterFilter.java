package dateline.query.deadletter;

import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which letters are meant: those that meet every condition given.
 *
 * @param group id of a cause
 * @param topic where the records lay
 * @param service who gave them up
 * @param reason the cause's short name
 * @param article id of an article they are about
 * @param q words of the message
 */
record LetterFilter(
        @Nullable String group,
        @Nullable String topic,
        @Nullable String service,
        @Nullable String reason,
        @Nullable String article,
        @Nullable String q)
        implements Predicate<OpenLetter> {
    static final LetterFilter ALL = new LetterFilter(null, null, null, null, null, null);

    /** Whether it sets no condition. */
    boolean isAll() {
        return equals(ALL);
    }

    @Override
    public boolean test(OpenLetter letter) {
        Cause cause = letter.cause();
        return is(group, cause.id())
                && is(topic, cause.topic())
                && is(service, cause.service())
                && is(reason, cause.reason())
                && (article == null || letter.articles().contains(article))
                && (q == null || letter.message().toLowerCase(Locale.ROOT).contains(q.toLowerCase(Locale.ROOT)));
    }

    private static boolean is(@Nullable String wanted, String value) {
        return wanted == null || wanted.equals(value);
    }
}
