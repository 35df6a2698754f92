package dateline.ingest.feed;

import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes the HTML of a feed safe to show anywhere: unknown elements go and their content stays, scripts and applets go with
 * their content, as do comments, event handlers, addresses that run code, and styles that could cover what is around. What
 * remains is written in one form: relative addresses absolute, attributes sorted and quoted, bare {@code &} and {@code <}
 * escaped. Works on the text tag by tag, so that time and memory grow with its length only; tags left open stay open.
 */
final class HtmlCleaner {
    private static final Set<String> ELEMENTS = Set.of(("a abbr acronym address area article aside audio b bdi bdo big "
                    + "blockquote br button canvas caption center cite code col colgroup command data datagrid datalist dd "
                    + "del details dfn dialog dir div dl dt em event-source fieldset figcaption figure font footer form h1 "
                    + "h2 h3 h4 h5 h6 header hgroup hr i img input ins kbd keygen label legend li m main map mark menu "
                    + "meter multicol nav nextid nobr noscript ol optgroup option output p picture pre progress q rp rt "
                    + "ruby s samp section select small sound source spacer span strike strong sub summary sup table "
                    + "tbody td textarea tfoot th thead time tr track tt u ul var video wbr "
                    // SVG and MathML without what loads, scripts or animates
                    + "svg circle clippath defs desc ellipse g line lineargradient marker metadata path polygon polyline "
                    + "radialgradient rect stop switch text title tspan math maction merror mfrac mi mmultiscripts mn mo "
                    + "mover mpadded mphantom mprescripts mroot mrow mspace msqrt mstyle msub msubsup msup mtable mtd "
                    + "mtext mtr munder munderover none")
            .split(" "));
    private static final Set<String> VOID =
            Set.of("area", "br", "col", "command", "hr", "img", "input", "keygen", "source", "track", "wbr");
    private static final Set<String> GO_WITH_CONTENT = Set.of("script", "style", "applet", "noframes", "template");
    private static final Set<String> ADDRESSES = Set.of(
            "href",
            "src",
            "action",
            "background",
            "cite",
            "codebase",
            "longdesc",
            "poster",
            "profile",
            "data",
            "dynsrc",
            "lowsrc",
            "formaction",
            "ping",
            "xlink:href",
            "icon",
            "manifest");
    private static final Pattern RUNS_CODE = Pattern.compile(
            "(?i)(?:javascript|vbscript|livescript|mocha|data:text/html|data:application|about|file):?.*");
    private static final int MOST_ATTRIBUTES = 100;

    private final String html;
    private final @Nullable String base;
    private final StringBuilder out;
    private int position;
    /** What was searched for in vain is not searched for again. */
    private boolean noQuote;

    private boolean noComment;

    private HtmlCleaner(String html, @Nullable String base) {
        this.html = html;
        this.base = base;
        this.out = new StringBuilder(html.length() + 64);
    }

    /** The HTML made safe, its addresses resolved against the base. */
    static String clean(String html, @Nullable String base) {
        return html.indexOf('<') < 0 && html.indexOf('&') < 0 ? html : new HtmlCleaner(html, base).run();
    }

    private String run() {
        while (position < html.length()) {
            int tag = html.indexOf('<', position);
            if (tag < 0) {
                tag = html.length();
            }
            appendText(html, position, tag, false);
            position = tag;
            if (tag < html.length()) {
                markup();
            }
        }
        return out.toString();
    }

    private void markup() {
        char next = position + 1 < html.length() ? html.charAt(position + 1) : ' ';
        char afterNext = position + 2 < html.length() ? html.charAt(position + 2) : ' ';
        if (isLetter(next)) {
            startTag();
        } else if (next == '/' && isLetter(afterNext)) {
            endTag();
        } else if (html.startsWith("<!--", position)) {
            int end = noComment ? -1 : html.indexOf("-->", position + 4);
            noComment |= end < 0;
            int bad = end < 0 ? html.indexOf('>', position + 4) : end + 2;
            position = bad < 0 ? html.length() : bad + 1;
        } else if (next == '?'
                || html.regionMatches(true, position, "<!doctype", 0, 9)
                || html.startsWith("<![", position)) {
            int end = html.indexOf('>', position);
            position = end < 0 ? html.length() : end + 1;
        } else {
            out.append("&lt;");
            position++;
        }
    }

    private void endTag() {
        int end = nameEnd(position + 2);
        String name = name(position + 2, end);
        int close = html.indexOf('>', end);
        position = close < 0 ? html.length() : close + 1;
        if (ELEMENTS.contains(name.toLowerCase(Locale.ROOT)) && !VOID.contains(name)) {
            out.append("</").append(name).append('>');
        }
    }

    private void startTag() {
        int end = nameEnd(position + 1);
        String name = name(position + 1, end);
        TreeMap<String, String> attributes = new TreeMap<>();
        position = end;
        boolean selfClosing = attributes(attributes);
        String key = name.toLowerCase(Locale.ROOT);
        if (GO_WITH_CONTENT.contains(key)) {
            skipContent(key, selfClosing);
            return;
        }
        if (!ELEMENTS.contains(key)) {
            return;
        }
        out.append('<').append(name);
        if (key.equals("svg")) {
            attributes.put("xmlns", "http://www.w3.org/2000/svg");
        } else if (key.equals("math")) {
            attributes.put("xmlns", "http://www.w3.org/1998/Math/MathML");
        }
        if (attributes.keySet().stream().anyMatch(a -> a.startsWith("xlink:"))) {
            attributes.put("xmlns:xlink", "http://www.w3.org/1999/xlink");
        }
        attributes.forEach((attribute, value) -> {
            out.append(' ').append(attribute).append("=\"");
            appendText(value, 0, value.length(), true);
            out.append('"');
        });
        if (VOID.contains(key)) {
            out.append(" />");
        } else {
            out.append('>');
            if (selfClosing) {
                out.append("</").append(name).append('>');
            }
        }
    }

    private void skipContent(String name, boolean selfClosing) {
        if (selfClosing) {
            return;
        }
        int from = position;
        while (true) {
            int end = html.indexOf("</", from);
            if (end < 0) {
                position = html.length();
                return;
            }
            if (html.regionMatches(true, end + 2, name, 0, name.length())) {
                int close = html.indexOf('>', end);
                position = close < 0 ? html.length() : close + 1;
                return;
            }
            from = end + 2;
        }
    }

    /** Reads attributes up to the tag's end; whether it ended with a slash. */
    private boolean attributes(TreeMap<String, String> attributes) {
        boolean slash = false;
        while (position < html.length()) {
            char c = html.charAt(position);
            if (c == '>') {
                position++;
                return slash;
            }
            slash = c == '/';
            if (c == '/' || c <= ' ' || c == '"' || c == '\'' || c == '=') {
                position++;
            } else {
                attribute(attributes);
            }
        }
        return slash;
    }

    private void attribute(TreeMap<String, String> attributes) {
        int start = position;
        while (position < html.length() && " \t\n\r\f=>/\"'".indexOf(html.charAt(position)) < 0) {
            position++;
        }
        String name = html.substring(start, position).toLowerCase(Locale.ROOT);
        int equals = skipSpace(position);
        String value = "";
        if (equals < html.length() && html.charAt(equals) == '=') {
            position = skipSpace(equals + 1);
            value = value();
        }
        String safe = attributes.size() < MOST_ATTRIBUTES ? safe(name, value) : null;
        if (safe != null) {
            attributes.putIfAbsent(svgName(name), safe);
        }
    }

    private String value() {
        if (position >= html.length()) {
            return "";
        }
        char quote = html.charAt(position);
        int start = position;
        if (quote == '"' || quote == '\'') {
            int end = noQuote ? -1 : html.indexOf(quote, position + 1);
            noQuote |= end < 0;
            if (end >= 0) {
                position = end + 1;
                return html.substring(start + 1, end);
            }
            start++;
        }
        while (position < html.length() && html.charAt(position) > ' ' && html.charAt(position) != '>') {
            position++;
        }
        return html.substring(Math.min(start, position), position);
    }

    /** The value as it may stay; null if the attribute goes. */
    private @Nullable String safe(String name, String value) {
        if (name.startsWith("on") || name.startsWith("xmlns") || name.equals("srcdoc") || !isName(name)) {
            return null;
        }
        if (name.equals("style")) {
            String style = StyleCleaner.clean(CharacterReferences.decode(value));
            return style.isEmpty() ? null : style;
        }
        boolean address = ADDRESSES.contains(name);
        if (!address && value.indexOf(':') < 0) {
            return value;
        }
        String decoded = CharacterReferences.decode(value);
        String bare = decoded.chars()
                .filter(c -> c > ' ' && c != 0x7f)
                .limit(40)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        if (RUNS_CODE.matcher(bare).matches() && bare.indexOf(':') >= 0) {
            return null;
        }
        return address && !decoded.isBlank() ? escaped(Links.resolve(base, decoded)) : value;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;");
    }

    /** Attributes of SVG whose name is in mixed case. */
    private static String svgName(String name) {
        return switch (name) {
            case "baseprofile" -> "baseProfile";
            case "viewbox" -> "viewBox";
            case "preserveaspectratio" -> "preserveAspectRatio";
            default -> name;
        };
    }

    /** Copies text with its references, but escapes what is none and puts numbers in one form. */
    private void appendText(String text, int from, int to, boolean attribute) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> i = reference(text, i, to);
                case '<' -> out.append("&lt;");
                case '>' -> out.append(attribute ? "&gt;" : ">");
                case '"' -> out.append(attribute ? "&quot;" : "\"");
                default -> out.append(c);
            }
        }
    }

    private int reference(String text, int ampersand, int to) {
        int end = ampersand + 1;
        while (end < to
                && end - ampersand < 34
                && (isLetter(text.charAt(end)) || isDigit(text.charAt(end)) || text.charAt(end) == '#')) {
            end++;
        }
        if (end == ampersand + 1 || end >= to || text.charAt(end) != ';') {
            out.append("&amp;");
            return ampersand;
        }
        String name = text.substring(ampersand + 1, end);
        if (name.startsWith("#")) {
            String meaning = CharacterReferences.decode("&" + name + ";");
            boolean windows = name.length() > 3 && meaning.length() == 1 && meaning.charAt(0) > 255;
            boolean sameNumber =
                    name.equalsIgnoreCase("#x" + Integer.toHexString(meaning.isEmpty() ? 0 : meaning.codePointAt(0)))
                            || name.equals("#" + (meaning.isEmpty() ? 0 : meaning.codePointAt(0)));
            name = windows && !sameNumber ? "#x" + Integer.toHexString(meaning.charAt(0)) : name.replace('X', 'x');
        }
        out.append('&').append(name).append(';');
        return end;
    }

    private String name(int from, int to) {
        String name = html.substring(from, to);
        int colon = name.indexOf(':');
        name = colon > 0 ? name.substring(colon + 1) : name;
        String lower = name.toLowerCase(Locale.ROOT);
        return switch (lower) {
            case "clippath" -> "clipPath";
            case "lineargradient" -> "linearGradient";
            case "radialgradient" -> "radialGradient";
            default -> lower;
        };
    }

    private int nameEnd(int from) {
        int i = from;
        while (i < html.length() && " \t\n\r\f>/<\"'".indexOf(html.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    private int skipSpace(int from) {
        int i = from;
        while (i < html.length() && html.charAt(i) <= ' ') {
            i++;
        }
        return i;
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.chars()
                        .allMatch(c -> isLetter((char) c) || isDigit((char) c) || c == '-' || c == ':' || c == '_');
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
