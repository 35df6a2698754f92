package dateline.local;

import java.util.Locale;
import java.util.Map;

/** A progress bar in a line. */
final class Bar {
    private static final int WIDTH = 24;

    private Bar() {}

    /** So much of so much, at which rate, and for how long still. */
    static String of(long done, long total, String what, Map<String, Object> status) {
        var full = total == 0 ? 0 : (int) Math.min(WIDTH, done * WIDTH / total);
        var rate = status.get("perSecond") instanceof Double perSecond && perSecond > 0
                ? String.format(Locale.ROOT, ", %.0f a second", perSecond)
                : "";
        var left = status.containsKey("secondsLeft")
                ? ", " + duration(JsonText.number(status, "secondsLeft")) + " left"
                : "";
        return "[" + "=".repeat(full) + " ".repeat(WIDTH - full) + "] " + done + " of " + total + " " + what + rate
                + left;
    }

    private static String duration(long seconds) {
        return seconds < 60
                ? seconds + " s"
                : seconds < 3600
                        ? seconds / 60 + " min " + seconds % 60 + " s"
                        : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }
}
