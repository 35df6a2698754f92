package dateline.access.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that are good now: those of the settings and those of the key file. The file is read again when a key is shown
 * and the last look is a while ago, so keys come and go without a restart. A file that can not be used is said in the log,
 * and what it said before stays in force.
 */
public final class KeyRing {
    private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);

    private final List<ApiKey> fixed;
    private final @Nullable Path file;
    private final long lookNanos;
    private final LongSupplier nanoTime;
    private final ReentrantLock looking = new ReentrantLock();

    private volatile List<ApiKey> keys;
    private volatile long looked;
    private volatile String text = "";
    private volatile String complained = "";

    /**
     * Reads the keys.
     *
     * @param lines keys of the settings, as in a file
     * @param file none, if all keys are in the settings
     * @param look how old the last look at the file may be
     * @throws KeyMistake if a key can not be understood, or the file can not be read
     */
    public KeyRing(List<String> lines, @Nullable Path file, Duration look, LongSupplier nanoTime) {
        this.fixed = KeyLines.read("dateline.access.keys", lines);
        this.file = file;
        this.lookNanos = look.toNanos();
        this.nanoTime = nanoTime;
        this.keys = fixed;
        this.looked = nanoTime.getAsLong();
        if (file != null) {
            take(file);
        }
    }

    /** Whether there is none now. */
    public boolean isEmpty() {
        return keys().isEmpty();
    }

    /** Whether keys are what callers are known by; also true while a key file is empty. */
    public boolean isConfigured() {
        return file != null || !fixed.isEmpty();
    }

    /** Whose key that is; compares with every key there is, in the same time. */
    public Optional<ApiKey> find(String key) {
        String hash = ApiKey.hash(key);
        ApiKey found = null;
        for (ApiKey each : keys()) {
            if (each.has(hash)) {
                found = each;
            }
        }
        return Optional.ofNullable(found);
    }

    private List<ApiKey> keys() {
        Path path = file;
        if (path != null && nanoTime.getAsLong() - looked > lookNanos && looking.tryLock()) {
            try {
                looked = nanoTime.getAsLong();
                take(path);
                complained = "";
            } catch (KeyMistake e) {
                String complaint = String.valueOf(e.getMessage());
                if (!complaint.equals(complained)) {
                    LOG.error("{}; the keys it had before stay in force", complaint);
                    complained = complaint;
                }
            } finally {
                looking.unlock();
            }
        }
        return keys;
    }

    private void take(Path path) {
        String now;
        try {
            now = Files.readString(path);
        } catch (IOException e) {
            throw new KeyMistake("dateline.access.key-file: can not read " + path + " ("
                    + e.getClass().getSimpleName() + ")");
        }
        if (now.equals(text) && !keys.isEmpty()) {
            return;
        }
        List<ApiKey> read = new ArrayList<>(fixed);
        read.addAll(KeyLines.read(path.toString(), now.lines().toList()));
        if (!text.isEmpty()) {
            LOG.info("{} has changed: {} keys are good now", path, read.size());
        }
        keys = List.copyOf(read);
        text = now;
    }
}
