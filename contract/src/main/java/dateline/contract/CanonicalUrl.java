package dateline.contract;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An article's URL without what does not tell articles apart: tracking parameters, fragment, default port, case of
 * scheme and host, dot segments, trailing dot of the host. The order of the remaining query parameters is kept, since
 * some sites depend on it. Two spellings that differ only so give the same article id.
 *
 * @param value the URL, {@code http} or {@code https}, at most {@value #MAX_LENGTH} characters
 */
public record CanonicalUrl(String value) {
    /** Longest URL that is accepted, in characters. */
    public static final int MAX_LENGTH = 2048;

    private static final Pattern FORM =
            Pattern.compile("(?i)(https?)://([^/?#\\\\]*)([^?#]*)(\\?[^#]*)?(#.*)?", Pattern.DOTALL);
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^:@\\[\\]]+)(?::(\\d{0,5}))?");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)*");
    private static final Pattern TRACKING = Pattern.compile(
            "(?i)(utm_\\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|ysclid|twclid|igshid|mc_[ce]id|_openstat"
                    + "|ns_\\w+|at_(?:medium|campaign|link\\w*|bbc\\w*|ptr\\w*|format|custom\\d)|ito|cmpid|cmp|ocid|smid|smtyp|ncid|xtor|__twitter_impression"
                    + "|spm|guccounter|guce_\\w+|wt_?mc\\w*|traffic_source|traffic_medium|from_rss|rss|feature=rss)");
    private static final Set<String> INDEX_PAGES = Set.of("index.html", "index.htm", "index.php", "default.aspx");

    /** Refuses what {@link #of} did not make. */
    public CanonicalUrl {
        if (value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("URL is longer than " + MAX_LENGTH + " characters");
        }
    }

    /**
     * Makes a URL canonical.
     *
     * @throws IllegalArgumentException if the text is not an absolute http or https URL with a host; the message says why
     */
    public static CanonicalUrl of(String url) {
        String text = withoutControls(url);
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("URL is longer than " + MAX_LENGTH + " characters");
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("not an absolute http or https URL");
        }
        String scheme = form.group(1).toLowerCase(Locale.ROOT);
        String authority = authority(scheme, form.group(2));
        String path = path(form.group(3));
        String query = query(form.group(4));
        return new CanonicalUrl(scheme + "://" + authority + path + query);
    }

    /** The host in lower case, without port. */
    public String host() {
        Matcher form = FORM.matcher(value);
        if (!form.matches()) {
            throw new IllegalStateException(value);
        }
        String authority = form.group(2);
        int port = authority.startsWith("[") ? authority.indexOf("]:") + 1 : authority.indexOf(':');
        return port <= 0 ? authority : authority.substring(0, port);
    }

    private static String withoutControls(String url) {
        StringBuilder out = new StringBuilder(Math.min(url.length(), MAX_LENGTH + 1));
        for (int i = 0; i < url.length() && out.length() <= MAX_LENGTH; i++) {
            char c = url.charAt(i);
            if (c > ' ' && c != 0x7f && !Character.isWhitespace(c) && c != 0xfeff) {
                out.append(c);
            } else if (c == ' ' && !out.isEmpty() && !url.substring(i).isBlank()) {
                out.append("%20");
            }
        }
        return out.toString();
    }

    private static String authority(String scheme, String raw) {
        String withoutUser = raw.substring(raw.lastIndexOf('@') + 1);
        Matcher parts = AUTHORITY.matcher(withoutUser);
        if (!parts.matches()) {
            throw new IllegalArgumentException("URL has no valid host");
        }
        String host = parts.group(1);
        if (!host.startsWith("[")) {
            host = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
            // Only names beyond ASCII need IDN, which would refuse underscores that real hosts have.
            if (host.chars().anyMatch(c -> c > 127)) {
                host = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
            }
            // Unicode holds signs that IDN turns into a space and a mark, so what comes of it is looked at, too.
            if (!HOST.matcher(host).matches()) {
                throw new IllegalArgumentException("URL has no valid host");
            }
        }
        String port = parts.group(2);
        boolean isDefault = port == null
                || port.isEmpty()
                || (scheme.equals("http") ? Integer.parseInt(port) == 80 : Integer.parseInt(port) == 443);
        return host.toLowerCase(Locale.ROOT) + (isDefault ? "" : ":" + Integer.parseInt(port));
    }

    private static String path(String raw) {
        List<String> kept = new ArrayList<>();
        String[] segments = raw.replace('\\', '/').split("/", -1);
        for (int i = 1; i < segments.length; i++) {
            String segment = segments[i];
            boolean last = i == segments.length - 1;
            switch (segment) {
                case "." -> {
                    if (last) {
                        kept.add("");
                    }
                }
                case ".." -> {
                    if (!kept.isEmpty()) {
                        kept.removeLast();
                    }
                    if (last) {
                        kept.add("");
                    }
                }
                default -> {
                    boolean indexPage = last && INDEX_PAGES.contains(segment.toLowerCase(Locale.ROOT));
                    kept.add(indexPage ? "" : escaped(segment));
                }
            }
        }
        return kept.isEmpty() ? "/" : "/" + String.join("/", kept);
    }

    private static String query(@Nullable String raw) {
        if (raw == null) {
            return "";
        }
        List<String> kept = new ArrayList<>();
        for (String parameter : raw.substring(1).split("&", -1)) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            if (!parameter.isEmpty() && !TRACKING.matcher(name).matches()) {
                kept.add(escaped(parameter));
            }
        }
        return kept.isEmpty() ? "" : "?" + String.join("&", kept);
    }

    /** Percent-escapes as browsers send them: non-ASCII and a few ASCII characters as UTF-8, existing escapes upper-case. */
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int width = Character.charCount(c);
            if (c == '%' && i + 2 < text.length() && isHex(text.charAt(i + 1)) && isHex(text.charAt(i + 2))) {
                out.append('%').append(text.substring(i + 1, i + 3).toUpperCase(Locale.ROOT));
                width = 3;
            } else if (c > 126 || "\"<>`{}|^".indexOf(c) >= 0) {
                byte[] bytes = new String(Character.toChars(c)).getBytes(StandardCharsets.UTF_8);
                for (byte b : bytes) {
                    out.append('%').append(Character.toUpperCase(Character.forDigit((b >> 4) & 15, 16)));
                    out.append(Character.toUpperCase(Character.forDigit(b & 15, 16)));
                }
            } else {
                out.appendCodePoint(c);
            }
            i += width;
        }
        return out.toString();
    }

    private static boolean isHex(char c) {
        return Character.digit(c, 16) >= 0 && c < 128;
    }
}
