package dateline.enrich.token;

import dateline.enrich.token.Tokens.Kind;
import java.util.Locale;
import java.util.Set;

/**
 * Splits any text into tokens and sentences, in one pass and in linear time. It knows no language: what differs between
 * languages (an elided article, a Turkish case ending behind an apostrophe) is recognised by its form.
 *
 * <p>Words break at hyphens, so that "US-led" contains "US". Invisible characters within a word (zero-width space, soft
 * hyphen, direction marks) belong to it, those at its edges do not. In scripts without spaces between words each
 * character (Chinese, Japanese) or syllable (Thai, Lao, Khmer, Burmese) is a token.
 */
public final class Tokenizer {
    private static final int LONGEST_ABBREVIATION = 5;

    /** A full stop after these ends no sentence. */
    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "dr", "prof", "st", "gen", "col", "lt", "sgt", "capt", "cmdr", "maj", "adm", "gov",
            "sen", "rep", "rev", "hon", "pres", "jr", "sr", "vs", "no", "nos", "inc", "ltd", "corp", "co", "bros",
            "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "fig", "al", "etc",
            "approx", "dept", "est", "mt", "ft", "им", "ул", "г", "гг", "см", "др", "вул", "mme", "mlle", "hr", "ul",
            "tzw", "np");

    /** What French and Italian elide before a vowel. */
    private static final Set<String> ELIDED = Set.of(
            "l", "d", "qu", "j", "n", "s", "c", "m", "t", "jusqu", "lorsqu", "puisqu", "dell", "all", "nell", "sull",
            "dall", "un");

    private static final Set<String> ENGLISH_CLITICS = Set.of("s", "re", "ve", "ll", "d", "m");

    /** Turkish and Azerbaijani endings that an apostrophe parts from a name. */
    private static final Set<String> TURKIC_ENDINGS = Set.of(
            "nin", "nın", "nun", "nün", "in", "ın", "un", "ün", "de", "da", "te", "ta", "den", "dan", "ten", "tan",
            "ye", "ya", "yi", "yı", "yu", "yü", "le", "la", "yle", "yla", "daki", "deki", "taki", "teki", "nda", "nde",
            "ndan", "nden", "na", "ne", "nı", "ni", "nu", "nü", "dır", "dir", "dur", "dür", "tır", "tir", "lı", "li",
            "lu", "lü", "lar", "ler", "ki");

    public Tokens tokenize(String text) {
        return new Scan(text).run();
    }

    /** One text's way through the tokenizer. */
    private static final class Scan {
        private final String text;
        private final int length;
        private final Tokens tokens;
        private int at;
        /** Whether a sentence may have ended: a full stop or the like was the last thing seen but for brackets. */
        private boolean stopped;

        private int lineStart;

        Scan(String text) {
            this.text = text;
            this.length = text.length();
            this.tokens = new Tokens(text);
        }

        Tokens run() {
            tokens.startSentence();
            while (at < length) {
                int c = text.codePointAt(at);
                if (c == '\n' || c == '\r' || c == 0x2029 || c == 0x2028) {
                    newLine();
                } else if (Characters.isSpace(c) || Characters.isInvisible(c)) {
                    at += Character.charCount(c);
                } else {
                    boolean spaceBefore = at == 0 || Characters.isSpace(text.charAt(at - 1));
                    if (stopped && spaceBefore && mayBeginSentence(c)) {
                        tokens.startSentence();
                    }
                    token(c);
                }
            }
            return tokens.done();
        }

        /** An empty line ends a sentence; so does a single line end after a full stop or a short line. */
        private void newLine() {
            int breaks = 0;
            int end = at;
            while (end < length && (Characters.isSpace(text.charAt(end)) || text.charAt(end) == 0x2028)) {
                char c = text.charAt(end);
                if (c == '\n' || c == 0x2029 || c == 0x2028 || (c == '\r' && !isAt(end + 1, '\n'))) {
                    breaks++;
                }
                end++;
            }
            boolean wrapped = breaks == 1
                    && !stopped
                    && at - lineStart > 55
                    && end < length
                    && !Character.isUpperCase(text.codePointAt(end));
            if (!wrapped) {
                tokens.startSentence();
                stopped = false;
            }
            at = end;
            lineStart = end;
        }

        private boolean mayBeginSentence(int c) {
            return !Character.isLowerCase(c) && !Characters.isClosing(c);
        }

        private void token(int c) {
            int width = Character.charCount(c);
            if (Character.isLetter(c) || Character.getType(c) == Character.LETTER_NUMBER) {
                stopped = false;
                if (!address()) {
                    word(c);
                }
            } else if (Character.isDigit(c)) {
                stopped = false;
                number();
            } else if (Characters.isPunctuation(c)) {
                boolean closing = Characters.isClosing(c);
                stopped = Characters.isStop(c)
                        ? !(c == '.' && afterAbbreviation())
                        : stopped && (closing || c == '"' || c == '\'');
                tokens.add(Kind.PUNCTUATION, at, at + width);
                at += width;
            } else {
                other();
            }
        }

        private boolean afterAbbreviation() {
            int last = tokens.size() - 1;
            if (last < 0 || tokens.end(last) != at || !tokens.isWord(last)) {
                return false;
            }
            int size = tokens.end(last) - tokens.start(last);
            if (size == 1) {
                return Character.isUpperCase(text.charAt(at - 1));
            }
            return size <= LONGEST_ABBREVIATION
                    && ABBREVIATIONS.contains(tokens.surface(last).toLowerCase(Locale.ROOT));
        }

        /** An address is one token, so that names within it are no mentions. */
        private boolean address() {
            if (!text.startsWith("http://", at) && !text.startsWith("https://", at) && !text.startsWith("www.", at)) {
                return false;
            }
            int end = at;
            while (end < length && !Characters.isSpace(text.charAt(end)) && "<>\"”»)".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            while (end > at && ".,;:!?'".indexOf(text.charAt(end - 1)) >= 0) {
                end--;
            }
            tokens.add(Kind.ADDRESS, at, end);
            at = end;
            return true;
        }

        private void word(int first) {
            int start = at;
            if (Characters.standsAlone(first)) {
                at += Character.charCount(first);
                skipMarks();
                tokens.add(Kind.WORD, start, at);
                return;
            }
            int end = Math.max(wordEnd(start), start + Character.charCount(first));
            // Initials and dotted acronyms keep their stops: J. K. Rowling, the U.S.
            if (end == start + 1 && Character.isUpperCase(first) && isAt(end, '.')) {
                int dotted = dottedEnd(start);
                if (dotted > end + 1) {
                    tokens.add(Kind.WORD, start, dotted);
                    at = dotted;
                    return;
                }
            }
            if (isAt(end, '@') && end + 1 < length && Character.isLetterOrDigit(text.charAt(end + 1))) {
                int mail = end + 1;
                while (mail < length && (Character.isLetterOrDigit(text.charAt(mail)) || isInner(mail, ".-_"))) {
                    mail++;
                }
                tokens.add(Kind.ADDRESS, start, mail);
                at = mail;
                return;
            }
            splitApostrophes(start, end);
            at = end;
        }

        /** End of a run such as "U.S." or "J.K.", or the start plus one where there is none. */
        private int dottedEnd(int start) {
            int end = start;
            while (end + 1 < length && Character.isUpperCase(text.charAt(end)) && text.charAt(end + 1) == '.') {
                end += 2;
            }
            boolean inWord = end < length && Character.isLetter(text.charAt(end));
            if (inWord) {
                end -= 2;
                // "U.S.A": the last letter without a stop belongs to it, "J.K.Rowling" leaves the name alone.
                if (end > start && !(end + 3 < length && Character.isLetter(text.charAt(end + 3)))) {
                    return Math.max(end, start + 2);
                }
                return end + 2;
            }
            return end;
        }

        private int wordEnd(int start) {
            int end = start;
            int visible = start;
            while (end < length) {
                int c = text.codePointAt(end);
                int width = Character.charCount(c);
                if (Characters.isWordPart(c) && !(Characters.standsAlone(c))) {
                    end += width;
                    visible = end;
                } else if (Characters.isInvisible(c)) {
                    end += width;
                } else if (Characters.isApostrophe(c) && end == visible && followedByLetter(end + width)) {
                    end += width;
                } else {
                    break;
                }
            }
            return visible;
        }

        private boolean followedByLetter(int index) {
            if (index >= length) {
                return false;
            }
            int next = text.codePointAt(index);
            return Character.isLetter(next) && !Characters.standsAlone(next);
        }

        private void splitApostrophes(int start, int end) {
            int apostrophe = end - 1;
            while (apostrophe > start && !Characters.isApostrophe(text.charAt(apostrophe))) {
                // Endings and clitics are short; a long tail is no reason to look on.
                apostrophe--;
            }
            if (apostrophe == start) {
                tokens.add(Kind.WORD, start, end);
                return;
            }
            int tail = end - apostrophe - 1;
            String ending = tail <= 5 ? text.substring(apostrophe + 1, end) : "";
            String lower = ending.toLowerCase(Locale.ROOT);
            int notAt = apostrophe - 1;
            if (lower.equals("t") && (text.charAt(notAt) == 'n' || text.charAt(notAt) == 'N') && notAt > start) {
                tokens.add(Kind.WORD, start, notAt);
                tokens.add(Kind.WORD, notAt, end);
            } else if (ENGLISH_CLITICS.contains(lower) || isTurkicEnding(ending, start, apostrophe)) {
                tokens.add(Kind.WORD, start, apostrophe);
                tokens.add(Kind.WORD, apostrophe, end);
            } else {
                splitElision(start, end);
            }
        }

        private boolean isTurkicEnding(String ending, int start, int apostrophe) {
            if (apostrophe - start < 3 || !Character.isUpperCase(text.charAt(start))) {
                return false;
            }
            if (TURKIC_ENDINGS.contains(ending)) {
                return true;
            }
            // After a vowel the ending would have a buffer: Sana'a is no dative, Trump'a is.
            return ending.length() == 1
                    && "aeıiuü".contains(ending)
                    && "aeıioöuüAEIİOÖUÜ".indexOf(text.charAt(apostrophe - 1)) < 0;
        }

        private void splitElision(int start, int end) {
            for (int i = start + 1; i < end && i - start <= 6; i++) {
                if (Characters.isApostrophe(text.charAt(i))) {
                    String head = text.substring(start, i);
                    boolean elided = ELIDED.contains(head)
                            || (!head.equals("D")
                                    && !head.equals("N")
                                    && !head.equals("M")
                                    && ELIDED.contains(head.toLowerCase(Locale.ROOT)));
                    if (elided) {
                        tokens.add(Kind.WORD, start, i + 1);
                        tokens.add(Kind.WORD, i + 1, end);
                        return;
                    }
                    break;
                }
            }
            tokens.add(Kind.WORD, start, end);
        }

        private void number() {
            int start = at;
            while (at < length) {
                char c = text.charAt(at);
                boolean inner = (c == '.' || c == ',')
                        && at + 1 < length
                        && Character.isDigit(text.charAt(at + 1))
                        && Character.isDigit(text.charAt(at - 1));
                if (!inner && !Characters.isWordPart(text.codePointAt(at))) {
                    break;
                }
                if (Characters.standsAlone(text.codePointAt(at))) {
                    break;
                }
                at += Character.charCount(text.codePointAt(at));
            }
            tokens.add(Kind.NUMBER, start, at);
        }

        /** A run of what is neither word nor punctuation: one token, however long. */
        private void other() {
            int start = at;
            while (at < length) {
                int c = text.codePointAt(at);
                if (at > start
                        && (Character.isLetterOrDigit(c)
                                || Characters.isSpace(c)
                                || Characters.isPunctuation(c)
                                || Character.getType(c) == Character.LETTER_NUMBER)) {
                    break;
                }
                at += Character.charCount(c);
            }
            tokens.add(Kind.OTHER, start, at);
        }

        private void skipMarks() {
            while (at < length && Characters.isMark(text.codePointAt(at))) {
                at += Character.charCount(text.codePointAt(at));
            }
        }

        private boolean isAt(int index, char c) {
            return index < length && text.charAt(index) == c;
        }

        private boolean isInner(int index, String allowed) {
            return allowed.indexOf(text.charAt(index)) >= 0
                    && index + 1 < length
                    && Character.isLetterOrDigit(text.charAt(index + 1));
        }
    }
}
