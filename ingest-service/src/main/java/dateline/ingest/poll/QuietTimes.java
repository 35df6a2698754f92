package dateline.ingest.poll;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * When a publisher says that nothing new comes (RSS {@code skipHours} and {@code skipDays}, in UTC).
 *
 * @param hours hours of the day, 0 to 23, in order
 * @param days in order
 */
record QuietTimes(List<Integer> hours, List<DayOfWeek> days) {
    /** Of a feed that says nothing about it. */
    static final QuietTimes NONE = new QuietTimes(List.of(), List.of());

    // A long weekend. Who claims more has made a mistake, such as listing all hours.
    private static final Duration LONGEST = Duration.ofHours(80);

    QuietTimes {
        hours = hours == null ? List.of() : hours.stream().sorted().distinct().toList();
        days = days == null ? List.of() : days.stream().sorted().distinct().toList();
    }

    /** The given time, or when the quiet that it falls into ends, keeping minutes and seconds so that polls stay spread. */
    Instant after(Instant wanted) {
        if (hours.isEmpty() && days.isEmpty()) {
            return wanted;
        }
        ZonedDateTime at = wanted.atZone(ZoneOffset.UTC);
        ZonedDateTime last = at.plus(LONGEST);
        while (hours.contains(at.getHour()) || days.contains(at.getDayOfWeek())) {
            at = at.plus(1, ChronoUnit.HOURS);
            if (at.isAfter(last)) {
                return wanted;
            }
        }
        return at.toInstant();
    }
}
