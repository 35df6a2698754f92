package dateline.query.stream;

import dateline.query.alert.Alert;
import org.jspecify.annotations.Nullable;

/** An alert and its place in the log, by which it is told from others. */
record Event(int partition, long offset, Alert alert) {
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Event event && event.partition == partition && event.offset == offset;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(offset) * 31 + partition;
    }
}
