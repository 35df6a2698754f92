package dateline.newsroom;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A template of two constructs: <code>{{name}}</code> stands for a value, and <code>{{?name}}…{{/name}}</code> is kept
 * only if that value is not empty.
 */
final class Markup {
    private static final Pattern SECTION = Pattern.compile("(?s)\\{\\{\\?(\\w+)}}(.*?)\\{\\{/\\1}}");
    private static final Pattern VALUE = Pattern.compile("\\{\\{(\\w+)}}");

    private Markup() {}

    /**
     * The template with its values filled in as they are: markup stays markup.
     *
     * @throws IllegalArgumentException if the template names a value that is not there
     */
    static String fill(String template, Map<String, String> values) {
        String kept = SECTION.matcher(template)
                .replaceAll(section ->
                        Matcher.quoteReplacement(value(values, section.group(1)).isEmpty() ? "" : section.group(2)));
        return VALUE.matcher(kept).replaceAll(name -> Matcher.quoteReplacement(value(values, name.group(1))));
    }

    private static String value(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the template names " + name + ", which has no value");
        }
        return value;
    }

    /** Text as it may stand in an element or a quoted attribute, in HTML and XML alike. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
