package dateline.query.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** A page's path and parameters, and those one step away from it; empty values are left out. */
public final class Address {
    private final String path;
    private final Map<String, String> values;

    private Address(String path, Map<String, String> values) {
        this.path = path;
        this.values = values;
    }

    /** A page without parameters. */
    public static Address of(String path) {
        return new Address(path, Map.of());
    }

    /** A text as one part of a path. */
    public static String segment(String text) {
        return UriUtils.encodePathSegment(text, StandardCharsets.UTF_8);
    }

    /** The same with another value of one parameter; null or empty takes it away. */
    public Address with(String name, @Nullable Object value) {
        Map<String, String> copy = new LinkedHashMap<>(values);
        if (value == null || value.toString().isEmpty()) {
            copy.remove(name);
        } else {
            copy.put(name, value.toString());
        }
        return new Address(path, copy);
    }

    /** The same on another path. */
    public Address at(String other) {
        return new Address(other, values);
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(path);
        values.forEach((name, value) -> out.append(out.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return out.toString();
    }
}
