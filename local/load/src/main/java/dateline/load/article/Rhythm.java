package dateline.load.article;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/**
 * When articles appear: more by day than by night, on weekdays than at weekends, somewhat more every month, and a good
 * deal more on a day of great news. Articles are numbered by when they appear.
 */
final class Rhythm {
    /** News desks of the world together, by hour UTC. */
    private static final List<Integer> HOURS =
            List.of(38, 32, 30, 30, 36, 46, 60, 74, 88, 96, 100, 98, 95, 97, 100, 98, 92, 84, 76, 70, 64, 58, 50, 44);

    private static final double WEEKEND = 0.55;
    private static final double GROWTH_A_YEAR = 1.15;
    private static final double BURSTS = 0.04;
    private static final int PURPOSE = 1;

    private final long seed;
    private final Instant start;
    private final long articles;
    private final double[] upTo;

    /**
     * @param days how many days the articles spread over
     * @param end the day after the last
     */
    Rhythm(long seed, LocalDate end, int days, long articles) {
        this.seed = seed;
        LocalDate first = end.minusDays(days);
        this.start = first.atStartOfDay(ZoneOffset.UTC).toInstant();
        this.articles = articles;
        this.upTo = new double[days * 24];
        double sum = 0;
        for (int day = 0; day < days; day++) {
            double weight = dayWeight(first.plusDays(day), day);
            for (int hour = 0; hour < 24; hour++) {
                sum += weight * HOURS.get(hour);
                upTo[day * 24 + hour] = sum;
            }
        }
        for (int i = 0; i < upTo.length; i++) {
            upTo[i] /= sum;
        }
    }

    private double dayWeight(LocalDate date, int day) {
        Dice dice = Dice.of(seed, PURPOSE, day);
        double weight = Math.pow(GROWTH_A_YEAR, day / 365.0) * Math.exp(0.08 * dice.gaussian());
        if (date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY) {
            weight *= WEEKEND;
        }
        return isBurst(day) ? weight * (1.4 + dice.share()) : weight;
    }

    /** Whether one story pushed all others aside on that day, counted from the first. */
    boolean isBurst(int day) {
        return Dice.of(seed, PURPOSE + 1, day).chance(BURSTS);
    }

    /** When the article of that number appears, to the second. */
    Instant at(long number) {
        double share = (number + 0.5) / articles;
        int found = Arrays.binarySearch(upTo, share);
        int hour = Math.min(found < 0 ? -found - 1 : found, upTo.length - 1);
        double before = hour == 0 ? 0 : upTo[hour - 1];
        double within = (share - before) / (upTo[hour] - before);
        return start.plusSeconds((long) ((hour + within) * 3600));
    }

    /** The day of an instant, counted from the first. */
    int day(Instant at) {
        return (int) ((at.getEpochSecond() - start.getEpochSecond()) / 86_400);
    }
}
