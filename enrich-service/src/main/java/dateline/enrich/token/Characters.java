package dateline.enrich.token;

/** What a character is to the tokenizer. */
final class Characters {
    private Characters() {}

    static boolean isSpace(int c) {
        return c <= ' ' || c == 0x85 || c == 0xA0 || (c > 0xA0 && Character.isSpaceChar(c));
    }

    /** Takes no room and changes no word: zero-width characters, direction marks, the soft hyphen, variation selectors. */
    static boolean isInvisible(int c) {
        return c == 0xAD
                || (c >= 0x200B && c <= 0x200F)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2060 && c <= 0x206F)
                || c == 0xFEFF
                || c == 0x61C
                || (c >= 0xFE00 && c <= 0xFE0F)
                || c == 0x180E;
    }

    static boolean isMark(int c) {
        if (c < 0x300) {
            return false;
        }
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    static boolean isWordPart(int c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        }
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.LETTER_NUMBER
                || (isMark(c) && !isInvisible(c));
    }

    static boolean isApostrophe(int c) {
        return c == '\'' || c == 0x2019 || c == 0x2BC || c == 0x2018 || c == 0x5F3 || c == 0x5F4;
    }

    static boolean isPunctuation(int c) {
        if (c < 0x80) {
            return c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    /** Closes a sentence: full stops, question and exclamation marks of the world's scripts. */
    static boolean isStop(int c) {
        return switch (c) {
            case '.',
                    '!',
                    '?',
                    0x2026,
                    0x3002,
                    0xFF01,
                    0xFF1F,
                    0xFF0E,
                    0x61F,
                    0x6D4,
                    0x964,
                    0x965,
                    0x589,
                    0x1362,
                    0x104B -> true;
            default -> false;
        };
    }

    /** May stand between a full stop and the space behind it. */
    static boolean isClosing(int c) {
        if (c < 0x80) {
            return c == ')' || c == ']' || c == '}';
        }
        int type = Character.getType(c);
        return type == Character.END_PUNCTUATION || type == Character.FINAL_QUOTE_PUNCTUATION;
    }

    /** A letter of a script that puts no spaces between words. */
    static boolean standsAlone(int c) {
        if (c < 0xE00) {
            return false;
        }
        return (c <= 0xEDF && Character.isLetter(c))
                || (c >= 0x1000 && c <= 0x109F && Character.isLetter(c))
                || (c >= 0x1780 && c <= 0x17B3)
                || (c >= 0x3040 && c <= 0x30FF && c != 0x30FB && c != 0x30FC)
                || (c >= 0x3400 && c <= 0x4DBF)
                || (c >= 0x4E00 && c <= 0x9FFF)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0x20000 && c <= 0x3FFFF);
    }
}
