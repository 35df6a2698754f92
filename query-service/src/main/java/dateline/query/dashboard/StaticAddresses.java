package dateline.query.dashboard;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the files are that pages load: templates name them as they are called, browsers find them at an address that
 * holds a hash of their content and, for a webjar, its version.
 */
public final class StaticAddresses {
    private final Function<String, @Nullable String> files;
    // They are in the jars, so that they stay what they are.
    private final Map<String, String> known = new ConcurrentHashMap<>();

    /**
     * Addresses that somebody else knows.
     *
     * @param files says where a file is; null if there is none
     */
    public StaticAddresses(Function<String, @Nullable String> files) {
        this.files = files;
    }

    /** The address of a file such as {@code /dateline.css}; the same path if there is no such file. */
    public String of(String path) {
        return known.computeIfAbsent(path, this::find);
    }

    private String find(String path) {
        String address = files.apply(path);
        return address == null ? path : address;
    }
}
