package dateline.query.stream;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far a subscriber has come: the last offset of each partition it was sent something of. As an event's id it means
 * the same to every instance. As text {@code partition-offset}, with dots between, such as {@code 0-17.3-4}.
 *
 * @param offsets the last offset by partition
 */
record EventPosition(SortedMap<Integer, Long> offsets) {
    /** Nothing was sent yet. */
    static final EventPosition START = new EventPosition(new TreeMap<>());

    private static final int MOST_PARTITIONS = 1000;
    private static final Pattern PART = Pattern.compile("(\\d{1,4})-(\\d{1,18})(?:\\.|$)");

    EventPosition {
        offsets = Collections.unmodifiableSortedMap(new TreeMap<>(offsets));
    }

    /** Reads what {@link #toString} wrote; empty if the text is none of that. */
    static Optional<EventPosition> parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        SortedMap<Integer, Long> offsets = new TreeMap<>();
        Matcher part = PART.matcher(text);
        int at = 0;
        while (at < text.length()
                && offsets.size() < MOST_PARTITIONS
                && part.region(at, text.length()).lookingAt()) {
            offsets.put(Integer.valueOf(part.group(1)), Long.valueOf(part.group(2)));
            at = part.end();
        }
        return at == text.length() ? Optional.of(new EventPosition(offsets)) : Optional.empty();
    }

    /** Whether the event was sent by then. */
    boolean includes(Event event) {
        return offsets.getOrDefault(event.partition(), -1L) >= event.offset();
    }

    EventPosition with(Event event) {
        SortedMap<Integer, Long> more = new TreeMap<>(offsets);
        more.merge(event.partition(), event.offset(), Math::max);
        return new EventPosition(more);
    }

    @Override
    public String toString() {
        return offsets.entrySet().stream()
                .map((Map.Entry<Integer, Long> each) -> each.getKey() + "-" + each.getValue())
                .collect(Collectors.joining("."));
    }
}
