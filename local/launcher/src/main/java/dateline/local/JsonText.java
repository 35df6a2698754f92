package dateline.local;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON that our own services answer, for a launcher without libraries. Objects are maps, arrays lists, numbers
 * doubles; what is not JSON at all fails.
 */
final class JsonText {
    private final String text;
    private int at;

    private JsonText(String text) {
        this.text = text;
    }

    /**
     * The object in a text.
     *
     * @throws CannotStart if it is none
     */
    static Map<String, Object> object(String text) {
        try {
            if (new JsonText(text).value() instanceof Map<?, ?> map) {
                var object = new LinkedHashMap<String, Object>();
                map.forEach((name, value) -> object.put(String.valueOf(name), value));
                return object;
            }
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            // Said below.
        }
        throw new CannotStart("The answer is not JSON: " + (text.length() > 200 ? text.substring(0, 200) : text));
    }

    /** The member as text; empty if it is not there. */
    static String string(Map<String, Object> object, String name) {
        var value = object.get(name);
        return value == null ? "" : value.toString();
    }

    /** The member as a whole number; 0 if it is not there. */
    static long number(Map<String, Object> object, String name) {
        return object.get(name) instanceof Double number ? Math.round(number) : 0;
    }

    /** The objects in a member that is an array. */
    static List<Map<String, Object>> objects(Map<String, Object> object, String name) {
        var objects = new ArrayList<Map<String, Object>>();
        if (object.get(name) instanceof List<?> list) {
            for (var each : list) {
                if (each instanceof Map<?, ?> map) {
                    var copy = new LinkedHashMap<String, Object>();
                    map.forEach((key, value) -> copy.put(String.valueOf(key), value));
                    objects.add(copy);
                }
            }
        }
        return objects;
    }

    /** The member that is an object; empty if it is not there. */
    static Map<String, Object> member(Map<String, Object> object, String name) {
        var copy = new LinkedHashMap<String, Object>();
        if (object.get(name) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> copy.put(String.valueOf(key), value));
        }
        return copy;
    }

    private @Nullable Object value() {
        skipBlanks();
        return switch (text.charAt(at)) {
            case '{' -> map();
            case '[' -> list();
            case '"' -> quoted();
            default -> bare();
        };
    }

    private Map<String, Object> map() {
        var map = new LinkedHashMap<String, Object>();
        at++;
        skipBlanks();
        while (text.charAt(at) != '}') {
            skipBlanks();
            var name = quoted();
            skipBlanks();
            at++;
            var value = value();
            if (value != null) {
                map.put(name, value);
            }
            skipBlanks();
            if (text.charAt(at) == ',') {
                at++;
            }
            skipBlanks();
        }
        at++;
        return map;
    }

    private List<Object> list() {
        var list = new ArrayList<Object>();
        at++;
        skipBlanks();
        while (text.charAt(at) != ']') {
            var value = value();
            if (value != null) {
                list.add(value);
            }
            skipBlanks();
            if (text.charAt(at) == ',') {
                at++;
            }
            skipBlanks();
        }
        at++;
        return list;
    }

    private String quoted() {
        var string = new StringBuilder();
        at++;
        while (text.charAt(at) != '"') {
            var c = text.charAt(at++);
            if (c != '\\') {
                string.append(c);
                continue;
            }
            var escaped = text.charAt(at++);
            switch (escaped) {
                case 'n' -> string.append('\n');
                case 't' -> string.append('\t');
                case 'r' -> string.append('\r');
                case 'b' -> string.append('\b');
                case 'f' -> string.append('\f');
                case 'u' -> {
                    string.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
                    at += 4;
                }
                default -> string.append(escaped);
            }
        }
        at++;
        return string.toString();
    }

    private @Nullable Object bare() {
        var start = at;
        while (at < text.length() && ",]} \n\r\t".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        var word = text.substring(start, at);
        return switch (word) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            case "null" -> null;
            default -> Double.valueOf(word);
        };
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
