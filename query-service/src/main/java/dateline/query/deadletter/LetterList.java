package dateline.query.deadletter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A page of open letters, and all of them by cause.
 *
 * @param complete whether this instance has read all letters there are
 * @param leftOut letters that were too many to keep in view
 * @param total letters that meet the conditions
 * @param groups the same by cause, the most frequent first
 * @param letters a page of them, the newest first
 */
public record LetterList(
        boolean complete, long leftOut, int total, List<Group> groups, int page, int size, List<LetterItem> letters) {
    /**
     * Letters with one cause.
     *
     * @param first when the first of them was given up
     * @param last when the last was
     * @param example origin of the newest
     */
    public record Group(
            String id,
            String service,
            String topic,
            String reason,
            String message,
            int count,
            Instant first,
            Instant last,
            String example) {
        private Group and(OpenLetter older) {
            Instant begin = older.at().isBefore(first) ? older.at() : first;
            return new Group(id, service, topic, reason, message, count + 1, begin, last, example);
        }
    }

    /** Makes the page of letters that are in order, the newest first. */
    static LetterList of(List<OpenLetter> found, int page, int size, boolean complete, long leftOut) {
        Map<String, Group> groups = new LinkedHashMap<>();
        for (OpenLetter letter : found) {
            Cause cause = letter.cause();
            Group known = groups.get(cause.id());
            groups.put(
                    cause.id(),
                    known != null
                            ? known.and(letter)
                            : new Group(
                                    cause.id(),
                                    cause.service(),
                                    cause.topic(),
                                    cause.reason(),
                                    cause.message(),
                                    1,
                                    letter.at(),
                                    letter.at(),
                                    letter.origin().toString()));
        }
        List<Group> sorted = new ArrayList<>(groups.values());
        sorted.sort(Comparator.comparingInt(Group::count).reversed());
        return new LetterList(
                complete,
                leftOut,
                found.size(),
                sorted,
                page,
                size,
                found.stream()
                        .skip((long) page * size)
                        .limit(size)
                        .map(LetterItem::of)
                        .toList());
    }
}
