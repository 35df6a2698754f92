package dateline.enrich.figure;

import dateline.contract.Figure;
import dateline.enrich.figure.FigureWords.Kind;
import dateline.enrich.figure.FigureWords.Meaning;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One text's way through the reader of figures. */
final class FigureScan {
    private final String text;
    private final boolean english;
    private final FigureWords words;
    private final Currencies currencies;
    private final boolean commaDecimal;
    private final Subjects subjects;
    private final NumberWords numberWords;
    private final List<Figure> found = new ArrayList<>();
    /** Where to go on reading. */
    private int next;

    FigureScan(String text, String language, FigureWords words, Currencies currencies, boolean commaDecimal) {
        this.text = text;
        this.english = language.equals("en");
        this.words = words;
        this.currencies = currencies;
        this.commaDecimal = commaDecimal;
        this.subjects = new Subjects(text, words, english);
        this.numberWords = new NumberWords(text, words);
    }

    List<Figure> run() {
        for (int at = 0; at < text.length(); at = Math.max(at + 1, next)) {
            char c = text.charAt(at);
            if (Character.isDigit(c)) {
                digits(at);
            } else if (Words.isLetter(c)) {
                letters(at);
            }
        }
        return found;
    }

    private void digits(int start) {
        int run = Numerals.endOfRun(text, start);
        int end = Numerals.withSpacedGroups(text, start, run, !english);
        next = end;
        Sign sign = signBefore(start);
        Double value = Numerals.parse(text.substring(start, Math.min(end, start + 40)), commaDecimal);
        if (value == null || (sign.start == start && isPartOfWord(start)) || isLabelled(sign.start)) {
            return;
        }
        boolean negative = false;
        int from = sign.start;
        int minus = minusBefore(from);
        if (minus >= 0) {
            negative = true;
            from = minus;
        } else if (isJoined(from)) {
            return;
        }
        amount(from, end, negative ? -value : value, sign.codes, true, start, run);
    }

    private void letters(int start) {
        int end = Words.end(text, start);
        next = end;
        if (Words.isLetterAt(text, start - 1) || (start > 0 && Character.isDigit(text.charAt(start - 1)))) {
            return;
        }
        NumberWords.Number number = numberWords.at(start);
        if (number == null || (start > 0 && text.charAt(start - 1) == '-') || isUpperEnd(start)) {
            return;
        }
        next = number.end();
        amount(start, number.end(), number.value(), null, false, start, number.end());
    }

    /** Everything behind the number: multiplier, unit or currency, or what is counted. */
    private void amount(
            int from, int numberEnd, double number, @Nullable String sign, boolean digits, int start, int run) {
        double value = number;
        int end = numberEnd;
        boolean multiplied = false;
        for (int i = 0; i < 2; i++) {
            Phrase times = phrase(end, Kind.TIMES);
            // "5m" of money is millions, "5 m" a length.
            if (times == null || (times.glued && times.end - times.start == 1 && sign == null)) {
                break;
            }
            value = BigDecimal.valueOf(value)
                    .multiply(BigDecimal.valueOf(times.meaning.number()))
                    .doubleValue();
            end = times.end;
            multiplied = true;
        }
        if (isRange(end, digits)) {
            return;
        }
        int linked = multiplied ? behindLink(end) : end;
        Phrase money = phrase(linked, Kind.MONEY);
        String code = sign == null ? null : currencies.choose(sign);
        if (money != null && (sign == null || code == null || currencies.choose(money.meaning.value()) != null)) {
            String named = currencies.choose(money.meaning.value());
            if (named != null) {
                add(from, money.end, value, null, named, subjects.of(from, money.end));
                return;
            }
        }
        if (code != null) {
            if (!(end == numberEnd && isSuffixed(end))) {
                add(from, end, value, null, code, subjects.of(from, end));
            }
            return;
        }
        Phrase unit = phrase(linked, Kind.UNIT);
        if (unit != null && !isSuffixed(unit.end)) {
            add(from, unit.end, value, unit.meaning.value(), null, subjects.of(from, unit.end));
            return;
        }
        if (phrase(linked, Kind.NOT) != null || (!multiplied && !digits) || isSuffixed(end)) {
            return;
        }
        boolean year = !multiplied && run - start == 4 && numberEnd == run && value >= 1000 && value < 2200 && english;
        if (!year && value >= 0) {
            count(from, end, linked, value, multiplied);
        }
    }

    private void count(int from, int end, int linked, double value, boolean multiplied) {
        int word = Words.behindSpace(text, linked);
        if (word == linked || !Words.isLetterAt(text, word)) {
            return;
        }
        int wordEnd = Words.end(text, word);
        String noun = text.substring(word, wordEnd);
        String lower = Words.lower(text, word, wordEnd);
        if (words.is(Kind.STOP, lower) || (Character.isUpperCase(noun.charAt(0)) && !multiplied)) {
            return;
        }
        if (english) {
            boolean whole = wordEnd == text.length() || text.charAt(wordEnd) != '-';
            String unit = whole && (isPlural(lower) || words.is(Kind.PLURAL, lower)) ? noun : null;
            add(from, end, value, unit, null, subjects.counted(word));
        } else {
            add(from, wordEnd, value, noun, null, noun);
        }
    }

    private static boolean isPlural(String word) {
        return word.length() > 3
                && word.endsWith("s")
                && !word.endsWith("ss")
                && !word.endsWith("us")
                && !word.endsWith("is");
    }

    private void add(
            int from, int end, double value, @Nullable String unit, @Nullable String currency, @Nullable String of) {
        found.add(new Figure(from, end, text.substring(from, end), value, unit, currency, of));
        next = end;
    }

    /** A word or phrase of that kind behind a place, the longest there is. */
    private @Nullable Phrase phrase(int at, Kind kind) {
        int start = Words.behindSpace(text, at);
        boolean glued = start == at || at == 0;
        if (start >= text.length()) {
            return null;
        }
        Phrase longest = null;
        StringBuilder built = new StringBuilder();
        int end = start;
        for (int i = 0; i < words.longestPhrase(); i++) {
            int to = wordEnd(end);
            if (to == end) {
                break;
            }
            built.append(text, end, to);
            Meaning meaning = words.find(kind, built.toString().toLowerCase(Locale.ROOT));
            if (meaning != null
                    && kind == Kind.UNIT
                    && meaning.value().startsWith("°")
                    && to - end == 1
                    && Character.isLowerCase(text.charAt(end))) {
                meaning = null;
            }
            if (meaning != null && !(start == at && Words.isLetterAt(text, to))) {
                longest = new Phrase(start, to, start == at, meaning);
            }
            int gap = Words.behindSpace(text, to);
            if (gap > to) {
                built.append(' ');
            }
            end = gap;
        }
        return longest;
    }

    /** The end of a word with what belongs to it in units: {@code km/h}, {@code proc.}, {@code °C}, {@code %}. */
    private int wordEnd(int start) {
        if (start >= text.length()) {
            return start;
        }
        char c = text.charAt(start);
        if (Words.isLetter(c)) {
            return Words.end(text, start);
        }
        boolean sign = "%‰°€$£¥₽₸₺₼₾֏₴₹₩₪₫/²³.".indexOf(c) >= 0;
        return sign ? start + 1 : start;
    }

    private int behindLink(int at) {
        int start = Words.behindSpace(text, at);
        int end = Words.end(text, start);
        if (end < text.length() && (text.charAt(end) == '’' || text.charAt(end) == '\'')) {
            end++;
            return words.is(Kind.LINK, Words.lower(text, start, end)) ? end : at;
        }
        return end > start && words.is(Kind.LINK, Words.lower(text, start, end)) ? end : at;
    }

    /** {@code 30 to 50 mm}, {@code 236 to 198}, {@code 2-1}, {@code between 5 and 6}: neither end is a figure. */
    private boolean isRange(int end, boolean digits) {
        if (!digits || end >= text.length()) {
            return false;
        }
        char c = text.charAt(end);
        if ((c == '-' || c == '–' || c == ':' || c == '/')
                && end + 1 < text.length()
                && (Character.isDigit(text.charAt(end + 1)) || c == '-' && Words.isLetterAt(text, end + 1))) {
            skipNumber(end + 1);
            return true;
        }
        int word = Words.behindSpace(text, end);
        int wordEnd = Words.end(text, word);
        int behind = Words.behindSpace(text, wordEnd);
        boolean joins =
                word > end && behind > wordEnd && behind < text.length() && Character.isDigit(text.charAt(behind));
        String joint = joins ? Words.lower(text, word, wordEnd) : "";
        if (joint.equals("to") && english) {
            skipNumber(behind);
            return true;
        }
        return false;
    }

    /** "two to three metres" */
    private boolean isUpperEnd(int start) {
        if (!english || start < 4 || !text.startsWith(" to ", start - 4)) {
            return false;
        }
        int word = Words.start(text, start - 4);
        return words.is(Kind.NUMBER, Words.lower(text, word, start - 4));
    }

    private void skipNumber(int at) {
        if (at < text.length() && Character.isDigit(text.charAt(at))) {
            next = Numerals.endOfRun(text, at);
        }
    }

    /** Letters, a hyphen or the like go on right behind a number: {@code 13th}, {@code 24-hour}, {@code 11:40}. */
    private boolean isSuffixed(int end) {
        if (end >= text.length()) {
            return false;
        }
        char c = text.charAt(end);
        return Words.isLetter(c)
                || Character.isDigit(c)
                || ((c == '-' || c == ':' || c == '/')
                        && end + 1 < text.length()
                        && Character.isLetterOrDigit(text.charAt(end + 1)));
    }

    private boolean isPartOfWord(int start) {
        return Words.isLetterAt(text, start - 1);
    }

    /** The second half of a score, a range, a time or a name: {@code 2–1}, {@code K-19}, {@code 9:30}. */
    private boolean isJoined(int start) {
        if (start == 0) {
            return false;
        }
        char c = text.charAt(start - 1);
        boolean joint = c == '-' || c == '–' || c == ':' || c == '/' || c == '#' || c == '.' || c == ',';
        return joint && start > 1 && !Character.isWhitespace(text.charAt(start - 2)) || c == '#';
    }

    private int minusBefore(int start) {
        if (start > 0
                && "-−–".indexOf(text.charAt(start - 1)) >= 0
                && (start == 1 || text.charAt(start - 2) == '(' || Words.isSpace(text.charAt(start - 2)))) {
            return start - 1;
        }
        if (start > 6 && text.startsWith("minus ", start - 6) && !Words.isLetterAt(text, start - 7)) {
            return start - 6;
        }
        return -1;
    }

    private boolean isLabelled(int start) {
        int end = start;
        if (end > 0 && Words.isSpace(text.charAt(end - 1))) {
            end--;
        }
        if (end > 0 && text.charAt(end - 1) == '.') {
            end--;
        }
        int word = Words.start(text, end);
        return word < end && words.is(Kind.LABEL, Words.lower(text, word, end));
    }

    /** A currency's sign or code right before a number, or a space before it. */
    private Sign signBefore(int start) {
        int end = start;
        if (end > 1 && Words.isSpace(text.charAt(end - 1))) {
            end--;
        }
        int limit = Math.max(0, end - 4);
        for (int from = limit; from < end; from++) {
            if (from > 0 && Character.isLetterOrDigit(text.charAt(from - 1)) && Words.isLetterAt(text, from)) {
                continue;
            }
            Meaning meaning = words.find(Kind.SIGN, text.substring(from, end));
            if (meaning != null) {
                return new Sign(from, meaning.value());
            }
        }
        return new Sign(start, null);
    }

    private record Sign(int start, @Nullable String codes) {}

    private record Phrase(int start, int end, boolean glued, Meaning meaning) {}
}
