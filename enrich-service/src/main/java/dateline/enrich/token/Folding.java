package dateline.enrich.token;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Spellings that differ only in case, accents, apostrophes or invisible characters fold into the same string. It
 * shortens or keeps the length but for ligatures, and takes linear time.
 */
public final class Folding {
    /** For each character of the alphabets below what it folds into; 0 where it vanishes. */
    private static final char[] TABLE = table();

    private Folding() {}

    /** The folded form of a whole string, white space included. */
    public static String fold(CharSequence text) {
        StringBuilder folded = new StringBuilder(text.length());
        fold(text, 0, text.length(), folded);
        return folded.toString();
    }

    /** Appends the folded form of a part of a text. */
    public static void fold(CharSequence text, int start, int end, StringBuilder to) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                if (c != '\'') {
                    to.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
                }
                continue;
            }
            if (Character.isSurrogate(c)) {
                to.append(c);
                continue;
            }
            char simple = TABLE[c];
            if (simple == LIGATURE) {
                to.append(ligature(c));
            } else if (simple != 0) {
                to.append(simple);
            }
        }
    }

    private static final char LIGATURE = 0xFFFF;

    private static String ligature(char c) {
        return switch (c) {
            case 'ß', 'ẞ' -> "ss";
            case 'æ', 'Æ' -> "ae";
            case 'œ', 'Œ' -> "oe";
            case 'þ', 'Þ' -> "th";
            case 'և' -> "եւ";
            default ->
                Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        };
    }

    private static char[] table() {
        char[] table = new char[0x10000];
        for (int c = 0; c < table.length; c++) {
            table[c] = simple((char) c);
        }
        return table;
    }

    private static char simple(char c) {
        if (c < 0x80 || Character.isSurrogate(c)) {
            return c;
        }
        if (Characters.isInvisible(c) || Characters.isApostrophe(c) || c == 'ʿ' || c == 'ʾ' || c == 'ʻ' || c == 'ـ') {
            return 0;
        }
        char special = switch (c) {
            case 'ł', 'Ł' -> 'l';
            case 'ø', 'Ø' -> 'o';
            case 'đ', 'Đ', 'ð', 'Ð' -> 'd';
            case 'ı', 'İ' -> 'i';
            case 'ħ', 'Ħ' -> 'h';
            // A schwa reads a in every other spelling of Azerbaijani names.
            case 'ə', 'Ə' -> 'a';
            case 'й', 'Й' -> 'й';
            case 'ё', 'Ё' -> 'е';
            case 'ґ', 'Ґ' -> 'г';
            case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
            case 'ى', 'ی', 'ئ' -> 'ي';
            case 'ة' -> 'ه';
            case 'ک' -> 'ك';
            case 'ؤ' -> 'و';
            case 'ς' -> 'σ';
            case 'ß', 'ẞ', 'æ', 'Æ', 'œ', 'Œ', 'þ', 'Þ', 'և' -> LIGATURE;
            default -> 0;
        };
        if (special != 0) {
            return special;
        }
        boolean joined = c >= 0x900 && c < 0x1000; // Indic vowel signs are no accents.
        if (Characters.isMark(c)) {
            return joined || c >= 0x1000 && c < 0x1DC0 ? c : 0;
        }
        if (c >= 0xAC00 && c <= 0xD7A3) {
            return c;
        }
        String decomposed = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD);
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < decomposed.length(); i++) {
            char part = decomposed.charAt(i);
            if (joined || !Characters.isMark(part)) {
                kept.append(part);
            }
        }
        if (kept.length() != 1) {
            return kept.isEmpty() || Character.isSpaceChar(c) ? c : LIGATURE;
        }
        return Character.toLowerCase(kept.charAt(0));
    }
}
