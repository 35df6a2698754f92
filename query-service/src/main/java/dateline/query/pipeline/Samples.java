package dateline.query.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sample of each minute of the last day: the last one that was taken in it. In memory only. */
final class Samples {
    private static final int MINUTES = (int) Duration.ofDays(1).toMinutes();

    /**
     * What is kept.
     *
     * @param letters open dead letters
     */
    record Sample(List<Lag> lags, int letters) {
        private static final Sample NONE = new Sample(List.of(), 0);

        /** How far behind the hindmost reader of the topic is; null if it is not known. */
        @Nullable
        Duration behind(String topic) {
            return lags.stream()
                    .filter(lag -> lag.topic().equals(topic))
                    .map(Lag::behind)
                    .max(Duration::compareTo)
                    .orElse(null);
        }
    }

    private record Kept(long minute, Sample sample) {}

    private final @Nullable Kept[] ring = new Kept[MINUTES];

    synchronized void note(Instant at, Sample sample) {
        long minute = Math.floorDiv(at.getEpochSecond(), 60L);
        ring[(int) Math.floorMod(minute, (long) MINUTES)] = new Kept(minute, sample);
    }

    /** The sample of the minute that holds this time; an empty one if there is none. */
    synchronized Sample at(Instant at) {
        long minute = Math.floorDiv(at.getEpochSecond(), 60L);
        Kept kept = ring[(int) Math.floorMod(minute, (long) MINUTES)];
        return kept != null && kept.minute() == minute ? kept.sample() : Sample.NONE;
    }

    /** Whether there is a sample of that minute. */
    synchronized boolean has(Instant at) {
        return at(at) != Sample.NONE;
    }
}
