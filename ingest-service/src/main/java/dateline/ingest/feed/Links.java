package dateline.ingest.feed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Resolves references against a base as RFC 3986, section 5.2, says, but takes what is no valid URI too. */
final class Links {
    private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:");
    private static final Pattern WEB =
            Pattern.compile("(?i)(https?:)/*([^/?#]*)([^?#]*)(\\?[^#]*)?(#.*)?", Pattern.DOTALL);
    private static final int LONGEST = 16_384;

    private Links() {}

    /** The reference made absolute; as it is if there is no base to resolve it against. */
    static String resolve(@Nullable String base, String reference) {
        String link = withoutControls(reference);
        if (base == null || link.length() > LONGEST || SCHEME.matcher(link).lookingAt()) {
            return link;
        }
        Matcher parts = WEB.matcher(base);
        if (!parts.matches()) {
            return link;
        }
        String scheme = parts.group(1);
        String root = scheme + "//" + parts.group(2);
        if (link.startsWith("//")) {
            return scheme + link;
        }
        String query = parts.group(4) == null ? "" : parts.group(4);
        if (link.isEmpty() || link.startsWith("#")) {
            return root + parts.group(3) + query + link;
        }
        if (link.startsWith("?")) {
            return root + parts.group(3) + link;
        }
        int tail = tail(link);
        String path = link.substring(0, tail);
        if (!path.startsWith("/")) {
            String basePath = parts.group(3).isEmpty() ? "/" : parts.group(3);
            path = basePath.substring(0, basePath.lastIndexOf('/') + 1) + path;
        }
        return root + withoutDots(path) + link.substring(tail);
    }

    /** Whether the text is an absolute address of the web. */
    static boolean isWeb(@Nullable String text) {
        return text != null
                && (text.regionMatches(true, 0, "http://", 0, 7) || text.regionMatches(true, 0, "https://", 0, 8));
    }

    /** A base that can be used: of the web, with one host, whatever its number of slashes. */
    static @Nullable String base(@Nullable String outer, String declared) {
        String resolved = resolve(outer, declared);
        Matcher parts = WEB.matcher(resolved);
        if (!parts.matches()) {
            return outer;
        }
        return parts.group(1) + "//" + parts.group(2) + parts.group(3) + (parts.group(4) == null ? "" : parts.group(4));
    }

    private static int tail(String link) {
        for (int i = 0; i < link.length(); i++) {
            if (link.charAt(i) == '?' || link.charAt(i) == '#') {
                return i;
            }
        }
        return link.length();
    }

    private static String withoutDots(String path) {
        if (!path.contains("/.")) {
            return path;
        }
        java.util.ArrayDeque<String> kept = new java.util.ArrayDeque<>();
        String[] segments = path.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            if (segments[i].equals("..")) {
                kept.pollLast();
            } else if (!segments[i].equals(".")) {
                kept.addLast(segments[i]);
                continue;
            }
            if (last) {
                kept.addLast("");
            }
        }
        return "/" + String.join("/", kept);
    }

    private static String withoutControls(String text) {
        String stripped = text.strip();
        for (int i = 0; i < stripped.length(); i++) {
            if (stripped.charAt(i) < ' ') {
                StringBuilder out = new StringBuilder(stripped.length());
                stripped.chars().filter(c -> c >= ' ').forEach(c -> out.append((char) c));
                return out.toString();
            }
        }
        return stripped;
    }
}
