package dateline.ingest.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An element of a leniently read document. Children are elements and strings in their order. */
final class XmlElement {
    private final @Nullable XmlElement parent;
    private final Vocabulary vocabulary;
    private final String name;
    private final String local;
    private final List<String> attributes;
    private final int position;
    private List<Object> children = List.of();

    XmlElement(@Nullable XmlElement parent, Vocabulary vocabulary, String name, List<String> attributes, int position) {
        this.parent = parent;
        this.vocabulary = vocabulary;
        this.name = name;
        this.local = lower(name.substring(name.indexOf(':') + 1));
        this.attributes = attributes.isEmpty() ? List.of() : List.of(attributes.toArray(String[]::new));
        this.position = position;
    }

    @Nullable
    XmlElement parent() {
        return parent;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The name as written, with its prefix. */
    String name() {
        return name;
    }

    /** The name without prefix, in lower case. */
    String local() {
        return local;
    }

    /** Names and values by turns. */
    List<String> attributes() {
        return attributes;
    }

    /** Where the element begins, in characters. */
    int position() {
        return position;
    }

    List<Object> children() {
        return children;
    }

    boolean is(Vocabulary vocabulary, String local) {
        return this.vocabulary == vocabulary && this.local.equals(local);
    }

    void add(Object child) {
        if (children.isEmpty()) {
            children = new ArrayList<>(4);
        }
        children.add(child);
    }

    void removeLast() {
        children.removeLast();
    }

    List<XmlElement> elements() {
        List<XmlElement> elements = new ArrayList<>(children.size());
        for (Object child : children) {
            if (child instanceof XmlElement element) {
                elements.add(element);
            }
        }
        return elements;
    }

    boolean hasElements() {
        for (Object child : children) {
            if (child instanceof XmlElement) {
                return true;
            }
        }
        return false;
    }

    /** The value of an attribute, whatever the case of its name; stripped, null if there is none. */
    @Nullable
    String attribute(String key) {
        for (int i = 0; i < attributes.size(); i += 2) {
            if (attributes.get(i).equalsIgnoreCase(key)) {
                return attributes.get(i + 1).strip();
            }
        }
        return null;
    }

    /** The text of the element and all below, stripped; null if there is none. */
    @Nullable
    String text() {
        if (children.size() == 1 && children.getFirst() instanceof String only) {
            String stripped = only.strip();
            return stripped.isEmpty() ? null : stripped;
        }
        StringBuilder out = new StringBuilder();
        appendText(out);
        String text = out.toString().strip();
        return text.isEmpty() ? null : text;
    }

    private void appendText(StringBuilder out) {
        for (Object child : children) {
            if (child instanceof XmlElement element) {
                element.appendText(out);
            } else {
                out.append(child);
            }
        }
    }

    private static String lower(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'A' && c <= 'Z' || c > 127) {
                return text.toLowerCase(Locale.ROOT);
            }
        }
        return text;
    }
}
