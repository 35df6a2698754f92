package dateline.query.dashboard;

import java.util.Locale;

/** Words and numbers as pages show them. */
final class Wording {
    private Wording() {}

    static String articles(long count) {
        return number(count) + (count == 1 ? " article" : " articles");
    }

    static String number(long count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }

    /** A constant's name in words: {@code READ_MORE} is "read more". */
    static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
