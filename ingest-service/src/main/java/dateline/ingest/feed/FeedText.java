package dateline.ingest.feed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * A text of a feed.
 *
 * @param value plain text or HTML
 * @param html which of the two
 */
record FeedText(String value, boolean html) {
    /** What a format assumes where it does not say whether a text is HTML. */
    enum Assume {
        PLAIN,
        /** Plain, but taken for HTML if it looks so: titles in RSS. */
        GUESS,
        HTML
    }

    /** Reads a text as its attributes, or else its format, say; null if there is none. */
    static @Nullable FeedText of(XmlElement element, Assume assume, boolean stripsDiv, FeedContext context) {
        String type = type(element, assume);
        String value;
        boolean html = type.equals("html") || type.equals("xhtml");
        if (element.hasElements()) {
            value = XmlMarkup.inner(type.equals("xhtml") && stripsDiv ? onlyDiv(element) : element);
            html = true;
        } else {
            value = element.text();
            if (value == null) {
                return null;
            }
            if (isBase64(element, type)) {
                String decoded = base64(value);
                value = decoded == null ? value : decoded;
                html = !type.equals("text/plain") && (html || !type.startsWith("text"));
            } else if (type.equals("xhtml")) {
                value = XmlMarkup.escaped(value);
            }
            if (assume == Assume.GUESS && !html) {
                html = LooksLikeHtml.test(value);
            }
        }
        value = context.shortened(html ? HtmlCleaner.clean(value, context.base(element)) : value)
                .strip();
        return value.isEmpty() ? null : new FeedText(value, html);
    }

    /** The text on one line, without markup and references, also without those escaped once too often. */
    String plain() {
        String text = value;
        if (html && (text.indexOf('<') >= 0 || text.indexOf('&') >= 0)) {
            text = Jsoup.parseBodyFragment(text).text();
        }
        if (text.indexOf('&') >= 0) {
            text = CharacterReferences.decode(text);
        }
        return oneLine(text);
    }

    static String oneLine(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || c == '\u00a0' || c < ' ' || c == 0x7f) {
                space = !out.isEmpty();
            } else if (c != '\u00ad' && c != '\u200b' && c != '\ufeff') {
                if (space) {
                    out.append(' ');
                    space = false;
                }
                out.append(c);
            }
        }
        return out.toString();
    }

    private static String type(XmlElement element, Assume assume) {
        String stated = element.attribute("type");
        if (stated == null || element.vocabulary() == Vocabulary.DC) {
            if (element.vocabulary() == Vocabulary.XHTML) {
                return "xhtml";
            }
            return assume == Assume.HTML ? "html" : "text";
        }
        String type = stated.toLowerCase(Locale.ROOT);
        int parameter = type.indexOf(';');
        type = parameter < 0 ? type : type.substring(0, parameter).strip();
        return switch (type) {
            case "html", "text/html" -> "html";
            case "xhtml", "application/xhtml+xml", "text/xhtml", "xml", "text/xml", "application/xml" -> "xhtml";
            case "text", "plain", "" -> "text";
            default -> type;
        };
    }

    private static final Set<String> TEXTUAL = Set.of("html", "xhtml", "text");

    private static boolean isBase64(XmlElement element, String type) {
        String mode = element.attribute("mode");
        return mode != null
                ? mode.equalsIgnoreCase("base64")
                : element.vocabulary() == Vocabulary.ATOM
                        && !TEXTUAL.contains(type)
                        && !type.startsWith("text/")
                        && !type.endsWith("+xml")
                        && !type.endsWith("/xml");
    }

    private static @Nullable String base64(String value) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(value);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return null;
        }
    }

    /** Atom wraps XHTML in a {@code div} that is not part of it. */
    private static XmlElement onlyDiv(XmlElement element) {
        List<XmlElement> elements = element.elements();
        if (elements.size() != 1 || !elements.getFirst().local().equals("div")) {
            return element;
        }
        for (Object child : element.children()) {
            if (child instanceof String text && !text.isBlank()) {
                return element;
            }
        }
        return elements.getFirst();
    }
}
