package dateline.enrich.quote;

/**
 * What stands between a pair of quotation marks, or between an opening mark and the end of a paragraph that goes on in
 * the next one.
 *
 * @param from the opening mark
 * @param start first UTF-16 unit of the words
 * @param end the unit after the last word
 * @param to the unit after the closing mark
 * @param continues whether the paragraph before left the quotation open
 * @param dash whether a dash opens it, as in a Spanish or Russian dialogue
 */
record Marked(int from, int start, int end, int to, boolean continues, boolean dash) {
    static Marked pair(String text, int from, int inner, int close, int to, boolean continues) {
        int start = inner;
        int end = close;
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return new Marked(from, start, end, to, continues, false);
    }

    static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }
}
