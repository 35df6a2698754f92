package dateline.ingest.fetch;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** Paths and patterns of robots.txt, both percent-encoded in the same way so that they can be compared. */
final class RobotsPath {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private RobotsPath() {}

    /**
     * A pattern: {@code *} stands for anything, a final {@code $} for the path's end.
     *
     * @param pieces what stands between the stars
     * @param anchored whether the pattern must reach the path's end
     * @param length characters of the whole pattern, by which the longest rule is found
     */
    record Pattern(List<String> pieces, boolean anchored, int length) {
        /** Each piece is looked for behind the one before; the leftmost place leaves the most room for the rest. */
        boolean matches(String path) {
            if (length == 0 || !path.startsWith(pieces.getFirst())) {
                return false;
            }
            int at = pieces.getFirst().length();
            for (int i = 1; i < pieces.size(); i++) {
                String piece = pieces.get(i);
                boolean last = i == pieces.size() - 1;
                int found = last && anchored ? path.length() - piece.length() : path.indexOf(piece, at);
                if (found < at || last && anchored && !path.endsWith(piece)) {
                    return false;
                }
                at = found + piece.length();
            }
            return !anchored || at == path.length();
        }
    }

    static Pattern pattern(String value) {
        String encoded = encoded(value);
        boolean anchored = encoded.endsWith("$");
        String body = anchored ? encoded.substring(0, encoded.length() - 1) : encoded;
        return new Pattern(List.of(body.split("\\*+", -1)), anchored, encoded.length());
    }

    /** Path and query of a URL or path. */
    static String of(String url) {
        int scheme = url.indexOf("://");
        int start = scheme >= 0 && scheme < firstOf(url, 0, "/?#") ? firstOf(url, scheme + 3, "/?#") : 0;
        int end = url.indexOf('#', start);
        String path = url.substring(start, end < 0 ? url.length() : end);
        return encoded(path.startsWith("/") ? path : "/" + path);
    }

    private static int firstOf(String text, int from, String wanted) {
        for (int i = from; i < text.length(); i++) {
            if (wanted.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }

    private static String encoded(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b < 0) {
                out.append('%').append(HEX.toHexDigits(b));
            } else {
                out.append((char) b);
            }
        }
        for (int i = out.indexOf("%"); i >= 0; i = out.indexOf("%", i + 1)) {
            if (i + 2 < out.length() && isHex(out.charAt(i + 1)) && isHex(out.charAt(i + 2))) {
                out.setCharAt(i + 1, Character.toUpperCase(out.charAt(i + 1)));
                out.setCharAt(i + 2, Character.toUpperCase(out.charAt(i + 2)));
            }
        }
        return out.toString();
    }

    private static boolean isHex(char c) {
        return Character.digit(c, 16) >= 0;
    }
}
