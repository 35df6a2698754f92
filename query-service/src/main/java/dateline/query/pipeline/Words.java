package dateline.query.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers in words. */
public final class Words {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ENGLISH);

    private Words() {}

    /** A duration with one unit, or two: {@code 4 min}, {@code 2 h 5 min}. */
    public static String duration(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (duration.toMillis() > 0 && seconds == 0) {
            return "under 1 s";
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        long minutes = seconds / 60;
        if (minutes < 60) {
            return minutes + " min" + (minutes < 5 && seconds % 60 > 0 ? " " + seconds % 60 + " s" : "");
        }
        long hours = minutes / 60;
        if (hours < 48) {
            return hours + " h" + (minutes % 60 > 0 ? " " + minutes % 60 + " min" : "");
        }
        return hours / 24 + " days";
    }

    /** A number and what it counts: {@code 1 feed}, {@code 2 feeds}. */
    public static String count(long number, String one) {
        return count(number, one, one + "s");
    }

    static String count(long number, String one, String many) {
        return String.format(Locale.ENGLISH, "%,d %s", number, number == 1 ? one : many);
    }

    /** Bytes as people read them: {@code 1.5 GB}. */
    public static String bytes(long bytes) {
        double value = bytes;
        for (String unit : new String[] {"bytes", "kB", "MB", "GB"}) {
            if (value < 1000) {
                return String.format(
                        Locale.ENGLISH, value < 10 && !unit.equals("bytes") ? "%.1f %s" : "%.0f %s", value, unit);
            }
            value /= 1000;
        }
        return String.format(Locale.ENGLISH, "%.1f TB", value);
    }

    static String clock(Instant at) {
        return at.atOffset(ZoneOffset.UTC).format(CLOCK);
    }
}
