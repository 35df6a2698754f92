package dateline.chaos;

import java.time.Duration;

/** Makes the node believe that its disk is full, so that it really makes its indexes read-only, and undoes that. */
final class DiskWatermark {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PREFIX = "cluster.routing.allocation.disk.";

    private final Calls calls;
    private final int port;

    DiskWatermark(Calls calls, int port) {
        this.calls = calls;
        this.port = port;
    }

    void fill() {
        // More free space than any disk has.
        set("true", "\"1000000gb\"");
        await(true);
    }

    void reset() {
        set("null", "null");
        await(false);
    }

    private void set(String enabled, String free) {
        String settings = """
                {"persistent": {"%1$sthreshold_enabled": %2$s, "%1$swatermark.low": %3$s, "%1$swatermark.high": %3$s,
                 "%1$swatermark.flood_stage": %3$s, "cluster.info.update.interval": %4$s}}
                """.formatted(PREFIX, enabled, free, enabled.equals("null") ? "null" : "\"10s\"");
        Calls.Answer answer = calls.put(port, "/_cluster/settings", settings);
        if (!answer.ok()) {
            throw new IllegalStateException("the watermark can not be set: " + answer.body());
        }
    }

    private void await(boolean blocked) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (isBlocked() != blocked) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("after " + PATIENCE.toSeconds() + " s the index is still "
                        + (blocked ? "writable" : "blocked"));
            }
            Calls.pause(200);
        }
    }

    private boolean isBlocked() {
        return calls.get(port, "/articles/_settings").body().contains("\"read_only_allow_delete\":\"true\"");
    }
}
