package dateline.ingest.feed;

/** Writes elements back as markup. */
final class XmlMarkup {
    private XmlMarkup() {}

    /** What stands between the element's tags. */
    static String inner(XmlElement element) {
        StringBuilder out = new StringBuilder();
        for (Object child : element.children()) {
            append(child, out);
        }
        return out.toString();
    }

    /** The text so that markup means it. */
    static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        appendEscaped(text, out, false);
        return out.toString();
    }

    private static void append(Object child, StringBuilder out) {
        if (!(child instanceof XmlElement element)) {
            appendEscaped(child.toString(), out, false);
            return;
        }
        String name = element.vocabulary() == Vocabulary.XHTML ? element.local() : element.name();
        out.append('<').append(name);
        for (int i = 0; i < element.attributes().size(); i += 2) {
            String key = element.attributes().get(i);
            String value = element.attributes().get(i + 1);
            if (key.startsWith("xmlns") && Vocabulary.ofUri(value) != Vocabulary.OTHER) {
                continue;
            }
            out.append(' ').append(key).append("=\"");
            appendEscaped(value, out, true);
            out.append('"');
        }
        if (element.children().isEmpty() && isVoid(name)) {
            out.append(" />");
            return;
        }
        out.append('>');
        for (Object inner : element.children()) {
            append(inner, out);
        }
        out.append("</").append(name).append('>');
    }

    private static boolean isVoid(String name) {
        return switch (name) {
            case "br", "hr", "img", "wbr", "input", "area", "col", "source", "track", "embed" -> true;
            default -> false;
        };
    }

    static void appendEscaped(String text, StringBuilder out, boolean inAttribute) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(inAttribute ? "&quot;" : "\"");
                default -> out.append(c);
            }
        }
    }
}
