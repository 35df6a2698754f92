package dateline.ingest.subscribe;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many new entries came on each of the last {@value #DAYS} days.
 *
 * @param day the last day that is counted, in UTC
 * @param counts entries by day, beginning with {@code day} and going back
 */
public record Arrivals(@Nullable LocalDate day, List<Integer> counts) {
    /** How far back is counted. */
    public static final int DAYS = 28;

    /** Nothing counted yet. */
    public static final Arrivals NONE = new Arrivals(null, List.of());

    public Arrivals {
        counts = counts == null ? List.of() : List.copyOf(counts);
    }

    /** The same with so many more entries today. */
    public Arrivals plus(LocalDate today, int entries) {
        List<Integer> shifted = new ArrayList<>(upTo(today));
        if (shifted.isEmpty()) {
            shifted.add(0);
        }
        shifted.set(0, shifted.getFirst() + entries);
        return new Arrivals(day != null && day.isAfter(today) ? day : today, shifted);
    }

    /** Mean of entries per day, the days since counting began; 0 if nothing was counted. */
    public double perDay(LocalDate today) {
        List<Integer> all = upTo(today);
        return all.isEmpty()
                ? 0
                : (double) all.stream().mapToInt(Integer::intValue).sum() / all.size();
    }

    private List<Integer> upTo(LocalDate today) {
        if (day == null) {
            return List.of();
        }
        long gap = Math.clamp(ChronoUnit.DAYS.between(day, today), 0, DAYS);
        List<Integer> shifted = new ArrayList<>();
        for (int i = 0; i < gap; i++) {
            shifted.add(0);
        }
        shifted.addAll(counts);
        return shifted.subList(0, Math.min(DAYS, shifted.size()));
    }
}
