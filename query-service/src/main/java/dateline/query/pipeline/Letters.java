package dateline.query.pipeline;

import dateline.query.deadletter.OpenLetter;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The open dead letters.
 *
 * @param complete whether all of them have been read
 * @param open how many there are
 * @param lastTenMinutes how many of them were given up in the last ten minutes
 * @param lastHour in the last hour
 * @param kinds how many causes they have
 * @param reasons how many by topic and short reason
 * @param causes those with the same cause, the most frequent first; the first few
 */
public record Letters(
        boolean complete,
        int open,
        int lastTenMinutes,
        int lastHour,
        int kinds,
        List<ByReason> reasons,
        List<ByCause> causes) {
    private static final int SHOWN = 20;

    /**
     * Letters of one cause.
     *
     * @param group the cause's id
     * @param last when the newest was given up
     */
    public record ByCause(
            String group, String service, String topic, String reason, String message, int count, Instant last) {
        private ByCause and(OpenLetter other) {
            Instant newest = other.at().isAfter(last) ? other.at() : last;
            return new ByCause(group, service, topic, reason, message, count + 1, newest);
        }
    }

    /** Letters by what is short and of few kinds. */
    public record ByReason(String topic, String reason, int count) {}

    static Letters of(List<OpenLetter> letters, boolean complete, Instant now) {
        Map<String, ByCause> causes = new LinkedHashMap<>();
        for (OpenLetter letter : letters) {
            var cause = letter.cause();
            ByCause known = causes.get(cause.id());
            causes.put(
                    cause.id(),
                    known != null
                            ? known.and(letter)
                            : new ByCause(
                                    cause.id(),
                                    cause.service(),
                                    cause.topic(),
                                    cause.reason(),
                                    cause.message(),
                                    1,
                                    letter.at()));
        }
        return new Letters(
                complete,
                letters.size(),
                since(letters, now.minus(Duration.ofMinutes(10))),
                since(letters, now.minus(Duration.ofHours(1))),
                causes.size(),
                reasons(causes.values()),
                causes.values().stream()
                        .sorted(Comparator.comparingInt(ByCause::count).reversed())
                        .limit(SHOWN)
                        .toList());
    }

    private static List<ByReason> reasons(Collection<ByCause> causes) {
        Map<List<String>, Integer> counts = new LinkedHashMap<>();
        causes.forEach(cause -> counts.merge(List.of(cause.topic(), cause.reason()), cause.count(), Integer::sum));
        return counts.entrySet().stream()
                .map(entry -> new ByReason(entry.getKey().get(0), entry.getKey().get(1), entry.getValue()))
                .toList();
    }

    private static int since(List<OpenLetter> letters, Instant from) {
        return (int)
                letters.stream().filter(letter -> letter.at().isAfter(from)).count();
    }
}
