package dateline.query.rising;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the found articles name more often, or less, than those of the time before.
 *
 * @param window the time that is looked at
 * @param baseline the time before, which it is compared with
 * @param tested how many different values the articles of both times have, about; each counts as one test
 * @param falseDiscoveryRate the share of those listed that chance may have put there, at most, on average
 * @param rising what is named more often, the surest first
 * @param falling what is named less often, the surest first
 */
public record Trends(
        Span window, Span baseline, long tested, double falseDiscoveryRate, List<Trend> rising, List<Trend> falling) {
    public Trends {
        rising = List.copyOf(rising);
        falling = List.copyOf(falling);
    }

    /**
     * A time.
     *
     * @param from its beginning
     * @param until its end, not included
     * @param articles how many articles were found in it
     */
    public record Span(Instant from, Instant until, long articles) {}

    /**
     * A value whose share of the articles changed.
     *
     * @param id what to filter by
     * @param label what to show
     * @param articles how many articles of the window have it
     * @param before how many articles of the baseline have it
     * @param share articles by all of the window, from 0 to 1
     * @param shareBefore the same for the baseline
     * @param ratio share by shareBefore; none if nothing had it before
     * @param significance G² between the two times, divided by {@code dispersion}; negative if it falls
     * @param dispersion how much more the value goes up and down by itself than independent articles would, at least 1,
     *     see {@link dateline.query.significance.Rhythm}
     * @param chance how likely so large a change is without a cause (p), from 0 to 1
     * @param falseDiscoveryRate the rate at which it is just listed (q), from 0 to 1
     */
    public record Trend(
            String id,
            String label,
            long articles,
            long before,
            double share,
            double shareBefore,
            @Nullable Double ratio,
            double significance,
            double dispersion,
            double chance,
            double falseDiscoveryRate) {}
}
