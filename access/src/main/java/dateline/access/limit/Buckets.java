package dateline.access.limit;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Token buckets, one for each caller: a request takes a token, tokens come back at a steady rate, and a full bucket is what
 * may come at once. Those who asked last are remembered; who is forgotten begins with a full bucket.
 */
public final class Buckets {
    private static final double NANOS = 1e9;

    /** How full a bucket was, and when. */
    private record Level(double tokens, long at) {}

    private final double perSecond;
    private final double size;
    private final int most;
    private final LongSupplier nanoTime;
    private final Map<String, Level> levels = new LinkedHashMap<>(64, 0.75f, true);

    /**
     * Makes empty room for buckets.
     *
     * @param perSecond tokens that come back
     * @param burst seconds in which an empty bucket is full again
     * @param most buckets to remember
     */
    public Buckets(int perSecond, int burst, int most, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.size = (double) perSecond * burst;
        this.most = most;
        this.nanoTime = nanoTime;
    }

    /** Takes a token; 0 if there was one, else in how many whole seconds there will be one. */
    public synchronized int take(String caller) {
        long now = nanoTime.getAsLong();
        Level last = levels.get(caller);
        double tokens = last == null ? size : Math.min(size, last.tokens() + (now - last.at()) / NANOS * perSecond);
        boolean allowed = tokens >= 1;
        levels.put(caller, new Level(allowed ? tokens - 1 : tokens, now));
        if (levels.size() > most) {
            Iterator<String> oldest = levels.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
        return allowed ? 0 : (int) Math.max(1, Math.ceil((1 - tokens) / perSecond));
    }
}
