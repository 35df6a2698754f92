package dateline.ingest.date;

import dateline.contract.ArticleDate.Precision;
import dateline.ingest.date.DateTokens.Token;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a complete date string: RFC 822 and its variants, ISO 8601 and W3CDTF, asctime, numbers with slashes, dots or
 * dashes, seconds or milliseconds since 1970, and written-out dates in some fifty languages, with a 12- or 24-hour clock.
 * Every word of the text must be understood, apart from an unknown word before a leading comma: guessing at a wrong date
 * is worse than knowing none.
 *
 * <p>Numbers alone: a four-digit year tells its place. Otherwise a number above 12 is the day. Where both could be the
 * month, the day comes first, unless the text has a slash and a 12-hour clock or a zone of the United States; two-digit
 * numbers with dashes are year, month, day. Two-digit years from 90 on are of the 20th century. A text without a zone is
 * read as UTC and says so. Time grows with the text's length only, and texts beyond 200 characters are refused.
 */
public final class DateParser {
    private static final int LONGEST = 200;
    private static final long FIRST_EPOCH_SECOND = 631_152_000;
    private static final long LAST_EPOCH_SECOND = 4_102_444_800L;

    /** The date the text states; empty if it is none, is not complete or names a day that does not exist. */
    public Optional<ParsedDate> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        List<Token> tokens = DateTokens.of(text);
        if (tokens == null || tokens.isEmpty()) {
            return Optional.empty();
        }
        Optional<ParsedDate> epoch = epoch(tokens);
        if (epoch.isPresent()) {
            return epoch;
        }
        try {
            return read(tokens);
        } catch (DateTimeException e) {
            // 31 June: the text has the form of a date and is none.
            return Optional.empty();
        }
    }

    private static Optional<ParsedDate> read(List<Token> tokens) {
        TokenCursor cursor = new TokenCursor(tokens);
        ClockTime time = ClockReader.read(cursor);
        CalendarDay day = CalendarReader.read(cursor, time != null && (time.twelveHour() || time.american()));
        if (day == null) {
            return Optional.empty();
        }
        if (time == null) {
            time = ClockReader.readDotted(cursor);
        }
        if (!cursor.restIsKnown()) {
            return Optional.empty();
        }
        LocalDate date = day.toDate();
        if (time == null || day.precision() != Precision.DAY) {
            return Optional.of(new ParsedDate(date.atStartOfDay(ZoneOffset.UTC).toInstant(), day.precision(), false));
        }
        return Optional.of(combine(date, time));
    }

    private static ParsedDate combine(LocalDate date, ClockTime time) {
        LocalDateTime local = date.atStartOfDay()
                .plusHours(time.hour())
                .plusMinutes(time.minute())
                .plusSeconds(time.second())
                .plusNanos(time.nano());
        Integer offset = time.offsetMinutes();
        Instant at = local.toInstant(ZoneOffset.UTC).minusSeconds(offset == null ? 0 : offset * 60L);
        return new ParsedDate(at, time.precision(), offset != null);
    }

    private static Optional<ParsedDate> epoch(List<Token> tokens) {
        Token first = tokens.getFirst();
        boolean fraction = tokens.size() == 3
                && tokens.get(1).is(".")
                && tokens.get(2).isNumber()
                && !tokens.get(2).spaced();
        if (!first.isNumber() || tokens.size() != 1 && !fraction) {
            return Optional.empty();
        }
        Instant at = null;
        if (first.digits() >= 9 && first.digits() <= 10) {
            at = Instant.ofEpochSecond(first.value());
        } else if (first.digits() >= 12 && first.digits() <= 13) {
            at = Instant.ofEpochMilli(first.value());
        }
        if (at == null || at.getEpochSecond() < FIRST_EPOCH_SECOND || at.getEpochSecond() > LAST_EPOCH_SECOND) {
            return Optional.empty();
        }
        return Optional.of(new ParsedDate(at, Precision.SECOND, true));
    }

    /**
     * A time of day.
     *
     * @param hour 0 to 24
     * @param offsetMinutes east of UTC; null if not stated
     * @param precision down to what it was stated
     * @param twelveHour whether it was given by a 12-hour clock
     * @param american whether its zone is one of the United States
     */
    record ClockTime(
            int hour,
            int minute,
            int second,
            int nano,
            @Nullable Integer offsetMinutes,
            Precision precision,
            boolean twelveHour,
            boolean american) {}

    /**
     * A day, or a month or year of which the first day stands.
     *
     * @param precision DAY, MONTH or YEAR
     */
    record CalendarDay(int year, int month, int day, Precision precision) {
        LocalDate toDate() {
            if (year >= 1_300 && year <= 1_500) {
                return SolarHijri.toDate(year, month, day);
            }
            if (year < 1_600 || year > 2_700) {
                throw new DateTimeException("year " + year);
            }
            // Thai years count from the Buddha's death.
            return LocalDate.of(year >= 2_443 ? year - 543 : year, month, day);
        }
    }
}
