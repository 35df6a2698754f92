package dateline.ingest.feed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says about when it should be polled.
 *
 * @param ttl how long it may be cached (RSS {@code ttl})
 * @param skipHours hours of the day, 0 to 23 in UTC, at which nothing new comes
 * @param skipDays days on which nothing new comes
 * @param syndicationPeriod time between two updates (the RSS 1.0 syndication module, {@code sy:})
 */
public record FeedRhythm(
        @Nullable Duration ttl,
        Set<Integer> skipHours,
        Set<DayOfWeek> skipDays,
        @Nullable Duration syndicationPeriod) {
    /** A feed that says nothing about it. */
    public static final FeedRhythm UNSTATED = new FeedRhythm(null, Set.of(), Set.of(), null);

    public FeedRhythm {
        skipHours = Set.copyOf(skipHours);
        skipDays = Set.copyOf(skipDays);
    }
}
