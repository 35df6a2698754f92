package dateline.ingest.encoding;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the encoding that an HTML document declares in its first bytes, by the algorithm "prescan a byte stream to
 * determine its encoding" of the <a href="https://html.spec.whatwg.org/multipage/parsing.html">HTML Standard</a>.
 */
public final class HtmlEncodingPrescan {
    private final String text;
    private int position;
    private String attributeName = "";
    private String attributeValue = "";

    private HtmlEncodingPrescan(byte[] bytes, int limit) {
        this.text = new String(bytes, 0, Math.min(bytes.length, limit), StandardCharsets.ISO_8859_1);
    }

    /**
     * The encoding that a byte order mark or else a meta element declares, as {@link EncodingLabels#name} spells it; empty
     * if none is declared.
     *
     * @param limit how many bytes to look at; the standard says 1,024
     */
    public static Optional<String> find(byte[] bytes, int limit) {
        HtmlEncodingPrescan prescan = new HtmlEncodingPrescan(bytes, limit);
        if (prescan.text.startsWith("\u00ef\u00bb\u00bf")) {
            return Optional.of("utf-8");
        }
        if (prescan.text.startsWith("\u00fe\u00ff")) {
            return Optional.of("utf-16be");
        }
        return prescan.text.startsWith("\u00ff\u00fe") ? Optional.of("utf-16le") : prescan.find();
    }

    private Optional<String> find() {
        while (position < text.length()) {
            if (text.startsWith("<!--", position)) {
                // "<!-->" is a comment too: the two dashes may be shared.
                int end = text.indexOf("-->", position + 2);
                if (end < 0) {
                    return Optional.empty();
                }
                position = end + 3;
            } else if (isMeta()) {
                position += 5;
                Optional<String> found = meta();
                if (found.isPresent()) {
                    return found;
                }
            } else if (isTag()) {
                skipTag();
            } else if (text.startsWith("<!", position)
                    || text.startsWith("</", position)
                    || text.startsWith("<?", position)) {
                int end = text.indexOf('>', position);
                if (end < 0) {
                    return Optional.empty();
                }
                position = end + 1;
            } else {
                int next = text.indexOf('<', position + 1);
                position = next < 0 ? text.length() : next;
            }
        }
        return Optional.empty();
    }

    private boolean isMeta() {
        return text.regionMatches(true, position, "<meta", 0, 5)
                && position + 5 < text.length()
                && (isSpace(text.charAt(position + 5)) || text.charAt(position + 5) == '/');
    }

    private boolean isTag() {
        if (text.charAt(position) != '<') {
            return false;
        }
        int name = text.startsWith("</", position) ? position + 2 : position + 1;
        return name < text.length() && isLetter(text.charAt(name));
    }

    private void skipTag() {
        while (position < text.length() && !isSpace(text.charAt(position)) && text.charAt(position) != '>') {
            position++;
        }
        while (attribute()) {
            // Only the tag's end matters here.
        }
    }

    private Optional<String> meta() {
        boolean gotPragma = false;
        Boolean needPragma = null;
        @Nullable String charset = null;
        boolean charsetSeen = false;
        java.util.Set<String> seen = new java.util.HashSet<>();
        while (attribute()) {
            if (!seen.add(attributeName)) {
                continue;
            }
            switch (attributeName) {
                case "http-equiv" -> gotPragma |= attributeValue.equals("content-type");
                case "content" -> {
                    String declared = charsetSeen ? null : fromContent(attributeValue);
                    if (declared != null) {
                        charset = EncodingLabels.name(declared).orElse(null);
                        charsetSeen = charset != null;
                        needPragma = charsetSeen ? Boolean.TRUE : needPragma;
                    }
                }
                case "charset" -> {
                    charset = EncodingLabels.name(attributeValue).orElse(null);
                    charsetSeen = true;
                    needPragma = Boolean.FALSE;
                }
                default -> {}
            }
        }
        if (needPragma == null || needPragma && !gotPragma || charset == null) {
            return Optional.empty();
        }
        return Optional.of(
                charset.startsWith("utf-16") ? "utf-8" : charset.equals("x-user-defined") ? "windows-1252" : charset);
    }

    /** Reads the next attribute of the tag; false at the tag's end, which is passed. */
    private boolean attribute() {
        while (position < text.length() && (isSpace(text.charAt(position)) || text.charAt(position) == '/')) {
            position++;
        }
        if (position >= text.length()) {
            return false;
        }
        if (text.charAt(position) == '>') {
            position++;
            return false;
        }
        int start = position;
        while (position < text.length() && (text.charAt(position) != '=' || position == start) && !endsName()) {
            position++;
        }
        attributeName = text.substring(start, position).toLowerCase(Locale.ROOT);
        attributeValue = "";
        skipSpace();
        if (position < text.length() && text.charAt(position) == '=') {
            position++;
            skipSpace();
            value();
        }
        // A declaration cut off by the end of the bytes does not count.
        return position < text.length();
    }

    private boolean endsName() {
        char c = text.charAt(position);
        return isSpace(c) || c == '/' || c == '>';
    }

    private void value() {
        if (position >= text.length()) {
            return;
        }
        char c = text.charAt(position);
        int start = position;
        if (c == '"' || c == '\'') {
            int end = text.indexOf(c, position + 1);
            end = end < 0 ? text.length() : end;
            attributeValue = text.substring(position + 1, end).toLowerCase(Locale.ROOT);
            position = Math.min(text.length(), end + 1);
            return;
        }
        while (position < text.length() && !isSpace(text.charAt(position)) && text.charAt(position) != '>') {
            position++;
        }
        attributeValue = text.substring(start, position).toLowerCase(Locale.ROOT);
    }

    /** The standard's "algorithm for extracting a character encoding from a meta element". */
    static @Nullable String fromContent(String content) {
        int at = 0;
        while (true) {
            at = content.indexOf("charset", at);
            if (at < 0) {
                return null;
            }
            at += "charset".length();
            int i = skipSpace(content, at);
            if (i < content.length() && content.charAt(i) == '=') {
                return unquoted(content, skipSpace(content, i + 1));
            }
        }
    }

    private static @Nullable String unquoted(String content, int start) {
        if (start >= content.length()) {
            return null;
        }
        char quote = content.charAt(start);
        if (quote == '"' || quote == '\'') {
            int end = content.indexOf(quote, start + 1);
            return end < 0 ? null : content.substring(start + 1, end);
        }
        int end = start;
        while (end < content.length() && !isSpace(content.charAt(end)) && content.charAt(end) != ';') {
            end++;
        }
        return content.substring(start, end);
    }

    private void skipSpace() {
        position = skipSpace(text, position);
    }

    private static int skipSpace(String text, int from) {
        int i = from;
        while (i < text.length() && isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
    }
}
