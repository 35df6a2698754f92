package dateline.query.console;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the console says times and numbers. */
public final class Say {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ENGLISH);
    private static final int LONG = 120;

    private Say() {}

    /** A time in UTC, to the minute. */
    public static String when(@Nullable Instant at) {
        return at == null ? "never" : at.atOffset(ZoneOffset.UTC).format(MINUTE) + " UTC";
    }

    /** A time of day in UTC, to the second. */
    public static String clock(Instant at) {
        return at.atOffset(ZoneOffset.UTC).format(CLOCK);
    }

    /** How long ago, or how long until. */
    public static String ago(@Nullable Instant at) {
        if (at == null) {
            return "never";
        }
        Duration since = Duration.between(at, Instant.now());
        return since.isNegative() ? "in " + duration(since.negated()) : duration(since) + " ago";
    }

    /** A duration with one unit. */
    public static String duration(@Nullable Duration duration) {
        if (duration == null) {
            return "–";
        }
        long millis = Math.max(0, duration.toMillis());
        if (millis < 1000) {
            return millis == 0 ? "0 s" : millis + " ms";
        }
        long seconds = millis / 1000;
        if (seconds < 10) {
            return String.format(Locale.ENGLISH, "%.1f s", millis / 1000.0);
        }
        if (seconds < 100) {
            return seconds + " s";
        }
        long minutes = seconds / 60;
        if (minutes < 100) {
            return minutes + " min";
        }
        long hours = minutes / 60;
        return hours < 48 ? hours + " h" : hours / 24 + " days";
    }

    /** The same of seconds. */
    public static String seconds(@Nullable Number seconds) {
        return seconds == null ? "–" : duration(Duration.ofMillis(Math.round(seconds.doubleValue() * 1000)));
    }

    /** A whole number with its thousands apart, or one with a digit behind the point. */
    public static String number(@Nullable Number number) {
        if (number == null) {
            return "–";
        }
        double value = number.doubleValue();
        return value == Math.rint(value)
                ? String.format(Locale.ENGLISH, "%,d", number.longValue())
                : String.format(Locale.ENGLISH, "%,.1f", value);
    }

    /** A constant's name in words: {@code NOT_A_FEED} is "not a feed". */
    public static String words(@Nullable Object constant) {
        return constant == null
                ? ""
                : String.valueOf(constant)
                        .toLowerCase(Locale.ROOT)
                        .replace('_', ' ')
                        .replace('-', ' ');
    }

    /** The beginning of a long text. */
    public static String cut(@Nullable String text) {
        return text == null ? "" : text.length() <= LONG ? text : text.substring(0, LONG) + "…";
    }

    /** How much of the whole, in percent; 0 of nothing. */
    public static long percent(long part, long whole) {
        return whole <= 0 ? 0 : Math.min(100, 100 * part / whole);
    }
}
