package dateline.ingest.extract;

import dateline.contract.ArticleDate.Precision;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The time of day beside a date: "09:05", "10h15", "9.05 p.m. EST", "10:15 Uhr", "à 10 h", "上午9:05". */
final class ClockTimes {
    /** How far a time may stand from its date, in characters. */
    private static final int NEAR = 24;

    private static final Pattern TIME = Pattern.compile(
            "(?<![\\d:.,])(午前|午後|上午|下午|오전|오후)?\\s?([01]?\\d|2[0-4])(?:(:|h|H|[.](?=\\d\\d(?!\\d))|時|时|시\\s?)([0-5]\\d)(?::([0-5]\\d))?|\\s?(?=[ap]\\.?m\\b)|\\s?h(?![\\p{L}])|(?=\\s?Uhr))分?"
                    + "\\s?([ap])?(?:\\.?\\s?m\\b\\.?)?(?!\\d|/|-(?!\\d\\d:?\\d\\d))",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern ZONE = Pattern.compile(
            "^(?:\\.\\d{1,9})?\\s?\\(?(?:(?:Uhr|Hrs?|godz)\\.?\\s?)?(Z(?![\\p{L}])|(?:GMT|UTC)?\\s?([+-])(\\d{2}):?(\\d{2})?(?!\\d)|[A-Z]{3,4}(?![\\p{L}]))");

    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("GMT", "+00:00"),
            Map.entry("UTC", "+00:00"),
            Map.entry("BST", "+01:00"),
            Map.entry("WEST", "+01:00"),
            Map.entry("CET", "+01:00"),
            Map.entry("MEZ", "+01:00"),
            Map.entry("CEST", "+02:00"),
            Map.entry("MESZ", "+02:00"),
            Map.entry("EET", "+02:00"),
            Map.entry("EEST", "+03:00"),
            Map.entry("MSK", "+03:00"),
            Map.entry("TRT", "+03:00"),
            Map.entry("IST", "+05:30"),
            Map.entry("PKT", "+05:00"),
            Map.entry("JST", "+09:00"),
            Map.entry("KST", "+09:00"),
            Map.entry("EST", "-05:00"),
            Map.entry("EDT", "-04:00"),
            Map.entry("CST", "-06:00"),
            Map.entry("CDT", "-05:00"),
            Map.entry("MST", "-07:00"),
            Map.entry("MDT", "-06:00"),
            Map.entry("PST", "-08:00"),
            Map.entry("PDT", "-07:00"),
            Map.entry("AEST", "+10:00"),
            Map.entry("AEDT", "+11:00"),
            Map.entry("NZST", "+12:00"),
            Map.entry("NZDT", "+13:00"),
            Map.entry("WIB", "+07:00"),
            Map.entry("SAST", "+02:00"));

    /** A time of day that stands beside a date; {@code end} is where it ends in the text. */
    record Clock(
            LocalTime time, Precision precision, @Nullable ZoneOffset offset, int end) {}

    /** The time just after the date, else just before it; null if there is none. */
    @Nullable
    Clock near(String text, int start, int end) {
        Clock after = in(text, end, Math.min(text.length(), end + NEAR));
        if (after != null) {
            return after;
        }
        Clock before = in(text, Math.max(0, start - 16), start);
        return before == null ? null : new Clock(before.time, before.precision, before.offset, end);
    }

    private @Nullable Clock in(String text, int from, int to) {
        Matcher matcher = TIME.matcher(text);
        matcher.region(from, to).useTransparentBounds(true);
        if (!matcher.find()) {
            return null;
        }
        // Another date between the two would own the time.
        if (DateFinder.hasDigit(text.substring(from, matcher.start()))) {
            return null;
        }
        int hour = Integer.parseInt(matcher.group(2));
        @Nullable String minutes = matcher.group(4);
        @Nullable String seconds = matcher.group(5);
        @Nullable String half = matcher.group(6);
        @Nullable String asianHalf = matcher.group(1);
        if (minutes == null
                && half == null
                && asianHalf == null
                && matcher.group().strip().chars().allMatch(Character::isDigit)
                && !text.startsWith(
                        "Uhr",
                        Math.min(
                                text.length(),
                                matcher.end()
                                        + (matcher.end() < text.length() && text.charAt(matcher.end()) == ' '
                                                ? 1
                                                : 0)))) {
            return null;
        }
        boolean afternoon = half != null && half.toLowerCase(Locale.ROOT).equals("p")
                || asianHalf != null && "午後下午오후".contains(asianHalf);
        boolean twelveHours = half != null || asianHalf != null;
        if (twelveHours && hour == 12) {
            hour = afternoon ? 12 : 0;
        } else if (afternoon && hour < 12) {
            hour += 12;
        }
        LocalTime time = LocalTime.of(
                hour % 24,
                minutes == null ? 0 : Integer.parseInt(minutes),
                seconds == null ? 0 : Integer.parseInt(seconds));
        Precision precision = seconds != null ? Precision.SECOND : minutes != null ? Precision.MINUTE : Precision.HOUR;
        int end = matcher.end();
        Matcher zone = ZONE.matcher(text.substring(end, Math.min(text.length(), end + 14)));
        @Nullable ZoneOffset offset = null;
        if (zone.find()) {
            offset = offset(zone);
            end += offset == null ? 0 : zone.end();
        }
        return new Clock(time, precision, offset, end);
    }

    private static @Nullable ZoneOffset offset(Matcher zone) {
        String name = zone.group(1);
        if (name.equals("Z")) {
            return ZoneOffset.UTC;
        }
        if (zone.group(2) != null) {
            int hours = Integer.parseInt(zone.group(3));
            int minutes = zone.group(4) == null ? 0 : Integer.parseInt(zone.group(4));
            int total = hours * 60 + minutes;
            return total > 18 * 60
                    ? null
                    : ZoneOffset.ofTotalSeconds((zone.group(2).equals("-") ? -1 : 1) * total * 60);
        }
        String offset = ZONES.get(name);
        return offset == null ? null : ZoneOffset.of(offset);
    }
}
