package dateline.ingest.feed;

import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/**
 * Replaces character references: those of XML, all that HTML names, and numbers, of which 128 to 159 mean what
 * Windows-1252 has there, as browsers read them. Entities that a document declares itself are never looked at.
 */
final class CharacterReferences {
    private static final int LONGEST = 34;
    private static final String WINDOWS_1252 =
            "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f"
                    + "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

    private CharacterReferences() {}

    /** The text with its references replaced; the bare {@code &} stays. */
    static String decode(String text, int from, int to, @Nullable Problems problems) {
        int ampersand = text.indexOf('&', from, to);
        if (ampersand < 0) {
            return text.substring(from, to);
        }
        StringBuilder out = new StringBuilder(to - from);
        int done = from;
        while (ampersand >= 0) {
            out.append(text, done, ampersand);
            int end = end(text, ampersand, to);
            String meaning = end < 0 ? null : meaning(text.substring(ampersand + 1, end));
            if (meaning == null) {
                if (problems != null) {
                    problems.note(end < 0 ? "bare &" : "unknown entity", ampersand);
                }
                out.append('&');
                done = ampersand + 1;
            } else {
                out.append(meaning);
                done = end + 1;
            }
            ampersand = text.indexOf('&', done, to);
        }
        return out.append(text, done, to).toString();
    }

    static String decode(String text) {
        return decode(text, 0, text.length(), null);
    }

    /** Whether every {@code &} of the text begins a reference that is known, and there is one. */
    static boolean areAllKnown(String text) {
        int ampersand = text.indexOf('&');
        boolean any = ampersand >= 0;
        while (ampersand >= 0) {
            int end = end(text, ampersand, text.length());
            if (end < 0 || meaning(text.substring(ampersand + 1, end)) == null) {
                return false;
            }
            ampersand = text.indexOf('&', end);
        }
        return any;
    }

    private static int end(String text, int ampersand, int to) {
        for (int i = ampersand + 1; i < to && i - ampersand <= LONGEST; i++) {
            char c = text.charAt(i);
            if (c == ';') {
                return i > ampersand + 1 ? i : -1;
            }
            if (c != '#' && !(c < 128 && Character.isLetterOrDigit(c))) {
                return -1;
            }
        }
        return -1;
    }

    private static @Nullable String meaning(String name) {
        if (name.charAt(0) == '#') {
            return number(name);
        }
        return switch (name) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> {
                String known = Entities.getByName(name);
                yield known.isEmpty() ? null : known;
            }
        };
    }

    private static @Nullable String number(String name) {
        boolean hex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
        int value = 0;
        int first = hex ? 2 : 1;
        if (first >= name.length()) {
            return null;
        }
        for (int i = first; i < name.length(); i++) {
            int digit = Character.digit(name.charAt(i), hex ? 16 : 10);
            if (digit < 0) {
                return null;
            }
            value = Math.min(value * (hex ? 16 : 10) + digit, 0x110000);
        }
        if (value >= 128 && value < 160) {
            return String.valueOf(WINDOWS_1252.charAt(value - 128));
        }
        boolean control = value < 32 && value != '\t' && value != '\n' && value != '\r';
        boolean surrogate = value >= 0xd800 && value < 0xe000;
        return control || surrogate || value > 0x10ffff ? "" : Character.toString(value);
    }
}
