package dateline.ingest.feed;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Keeps the declarations of a {@code style} attribute that only dress the element itself: no position, nothing that loads or
 * runs, no property unknown here.
 */
final class StyleCleaner {
    private static final int LONGEST = 4_000;
    private static final Set<String> PROPERTIES = Set.of(
            "azimuth",
            "background-color",
            "border-bottom-color",
            "border-collapse",
            "border-color",
            "border-left-color",
            "border-right-color",
            "border-top-color",
            "clear",
            "color",
            "cursor",
            "direction",
            "display",
            "elevation",
            "float",
            "font",
            "font-family",
            "font-size",
            "font-style",
            "font-variant",
            "font-weight",
            "height",
            "letter-spacing",
            "line-height",
            "overflow",
            "pause",
            "pause-after",
            "pause-before",
            "pitch",
            "pitch-range",
            "richness",
            "speak",
            "speak-header",
            "speak-numeral",
            "speak-punctuation",
            "speech-rate",
            "stress",
            "text-align",
            "text-decoration",
            "text-indent",
            "text-transform",
            "unicode-bidi",
            "vertical-align",
            "voice-family",
            "volume",
            "white-space",
            "width");
    private static final Set<String> BOXES = Set.of("background", "border", "margin", "padding");
    /** What may stand in properties of boxes, none of which repeats or loads an image. */
    private static final Set<String> KEYWORDS =
            Set.of(("auto aqua black block blue bold both bottom brown center collapse "
                            + "dashed dotted fuchsia gray green !important italic left lime maroon medium none navy normal nowrap "
                            + "olive orange pointer purple red right solid silver teal thick thin top transparent underline white "
                            + "yellow inherit initial double groove ridge")
                    .split(" "));

    private static final Pattern MEASURE = Pattern.compile(
            "#[0-9a-fA-F]{3,8}|rgba?\\([0-9%., ]{1,40}\\)|-?\\d{0,4}\\.?\\d{0,4}(?:cm|em|ex|in|mm|pc|pt|px|rem|vh|vw|%)?,?");
    private static final Pattern VALUE = Pattern.compile("[\\w\\s#%.,!'\"-]*(?:\\([\\d,.%\\s]*\\)[\\w\\s#%.,!'\"-]*)?");

    private StyleCleaner() {}

    static String clean(String style) {
        if (style.length() > LONGEST || style.indexOf('\\') >= 0 || style.contains("/*")) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        for (String declaration : style.split(";")) {
            int colon = declaration.indexOf(':');
            if (colon < 0) {
                continue;
            }
            String property = declaration.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            String value = declaration.substring(colon + 1).stripLeading();
            if (!value.isBlank() && isSafe(property, value)) {
                out.append(out.isEmpty() ? "" : " ")
                        .append(property)
                        .append(": ")
                        .append(value)
                        .append(';');
            }
        }
        return out.toString();
    }

    private static boolean isSafe(String property, String value) {
        if (PROPERTIES.contains(property)) {
            return VALUE.matcher(value).matches();
        }
        int dash = property.indexOf('-');
        if (!BOXES.contains(dash < 0 ? property : property.substring(0, dash))) {
            return false;
        }
        for (String word : value.strip().split("\\s+")) {
            if (!KEYWORDS.contains(word.toLowerCase(Locale.ROOT))
                    && !MEASURE.matcher(word).matches()) {
                return false;
            }
        }
        return true;
    }
}
