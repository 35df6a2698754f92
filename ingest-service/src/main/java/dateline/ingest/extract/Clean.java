package dateline.ingest.extract;

import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** Small text repairs that several parts need. */
final class Clean {
    private Clean() {}

    /** White space collapsed, invisible characters gone. */
    static String line(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ' && c < 127) {
                if (space && !out.isEmpty()) {
                    out.append(' ');
                }
                space = false;
                out.append(c);
                continue;
            }
            if (c == '\u00ad' || c == '\u200b' || c == '\ufeff' || c == '\u200e' || c == '\u200f') {
                continue;
            }
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c < ' ') {
                space = true;
            } else {
                if (space && !out.isEmpty()) {
                    out.append(' ');
                }
                space = false;
                out.append(c);
            }
        }
        return out.toString();
    }

    /** A value that may hold entities or tags, as plain text. */
    static String markup(String text) {
        String plain = text;
        if (plain.indexOf('&') >= 0) {
            plain = Parser.unescapeEntities(plain, false);
        }
        if (plain.indexOf('<') >= 0 && plain.indexOf('>') > 0) {
            plain = Jsoup.parse(plain).text();
        }
        return line(plain);
    }

    /**
     * An element's text if it is short; empty if it has more than {@code limit} characters or very many nodes, which are
     * then not looked at, so that asking this of nested elements stays cheap.
     */
    static String shortText(Element element, int limit) {
        StringBuilder text = new StringBuilder();
        int[] nodes = {0};
        NodeFilter.FilterResult end = NodeTraversor.filter(
                (node, depth) -> {
                    nodes[0]++;
                    if (node instanceof TextNode part) {
                        text.append(part.getWholeText());
                    } else {
                        text.append(' ');
                    }
                    return text.length() > limit * 4 || nodes[0] > 200
                            ? NodeFilter.FilterResult.STOP
                            : NodeFilter.FilterResult.CONTINUE;
                },
                element);
        String line = end == NodeFilter.FilterResult.STOP ? "" : line(text.toString());
        return line.length() <= limit ? line : "";
    }

    /** Length in letters of an alphabet: a character of Chinese, Japanese or Korean says as much as two and a half. */
    static int weight(String text) {
        int dense = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            dense += c >= 0x3040 && c <= 0xd7a3 ? 1 : 0;
        }
        return text.length() + dense * 3 / 2;
    }

    /** Whether a text's {@link #key} is this one: most texts are told by their first letter, without making theirs. */
    static boolean hasKey(String text, String key) {
        int at = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 128) {
                return key(text).equals(key);
            }
            boolean capital = c >= 'A' && c <= 'Z';
            if (capital || c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                if (at == key.length() || key.charAt(at) != (capital ? c + 32 : c)) {
                    return false;
                }
                at++;
            }
        }
        return at == key.length();
    }

    /** Letters and digits only, lower case: what two spellings of one headline share. */
    static String key(String text) {
        // Of a character none or one is kept, so the key is never longer than the text.
        char[] out = new char[text.length()];
        int length = 0;
        boolean ascii = true;
        for (int i = 0; i < out.length; i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                out[length++] = c;
            } else if (c >= 'A' && c <= 'Z') {
                out[length++] = (char) (c + 32);
            } else if (c >= 128) {
                ascii = false;
                int point = text.codePointAt(i);
                int chars = Character.charCount(point);
                if (Character.isLetterOrDigit(point)) {
                    length += Character.toChars(point, out, length);
                }
                i += chars - 1;
            }
        }
        String key = new String(out, 0, length);
        return ascii ? key : key.toLowerCase(Locale.ROOT);
    }
}
