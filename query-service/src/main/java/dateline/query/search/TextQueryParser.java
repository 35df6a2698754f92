package dateline.query.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the syntax of {@code q}: words that all must occur, {@code "phrases"}, {@code -exclusion} or {@code NOT},
 * {@code AND}, {@code OR} (weaker than AND), parentheses. Operators are in capitals; what is no word, such as a lone
 * dash, is passed over. Takes time linear in the text.
 */
public final class TextQueryParser {
    /** Longest text that is read, in UTF-16 units. */
    public static final int MAX_LENGTH = 1_000;

    private static final int MAX_TERMS = 50;
    private static final int MAX_DEPTH = 20;
    private static final String QUOTES = "\"“”„";

    private final String text;
    private int at;
    private int terms;
    private int depth;

    private TextQueryParser(String text) {
        this.text = text;
    }

    /**
     * Reads a text.
     *
     * @return empty if there is no word in it
     * @throws TextQueryException if it is not in the syntax; says where
     */
    public static Optional<TextQuery> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new TextQueryException("longer than " + MAX_LENGTH + " characters", MAX_LENGTH);
        }
        TextQueryParser parser = new TextQueryParser(text);
        Optional<TextQuery> query = parser.any();
        if (parser.at < text.length()) {
            throw new TextQueryException("this parenthesis was not opened", parser.at);
        }
        return query;
    }

    private Optional<TextQuery> any() {
        List<TextQuery> parts = new ArrayList<>();
        all().ifPresent(parts::add);
        for (int operator = skip("OR"); operator >= 0; operator = skip("OR")) {
            if (parts.isEmpty()) {
                throw new TextQueryException("OR needs a word before it", operator);
            }
            parts.add(all().orElseThrow(dangling("OR", operator)));
        }
        return parts.size() > 1
                ? Optional.of(new TextQuery.Any(parts))
                : parts.stream().findFirst();
    }

    private Optional<TextQuery> all() {
        List<TextQuery> parts = new ArrayList<>();
        while (!atEndOfGroup() && !at("OR")) {
            int operator = skip("AND");
            if (operator >= 0 && parts.isEmpty()) {
                throw new TextQueryException("AND needs a word before it", operator);
            }
            Optional<TextQuery> part = one();
            if (operator >= 0 && part.isEmpty()) {
                throw dangling("AND", operator).get();
            }
            part.ifPresent(parts::add);
        }
        return parts.size() > 1
                ? Optional.of(new TextQuery.All(parts))
                : parts.stream().findFirst();
    }

    private Optional<TextQuery> one() {
        if (atEndOfGroup()) {
            return Optional.empty();
        }
        int start = at;
        char c = text.charAt(at);
        if (c == '(') {
            return group();
        }
        if (QUOTES.indexOf(c) >= 0) {
            return phrase();
        }
        if (skip("NOT") >= 0) {
            return negated(Optional.of(deeper(start, this::one).orElseThrow(dangling("NOT", start))));
        }
        if (c == '-' && at + 1 < text.length() && !Character.isWhitespace(text.charAt(at + 1))) {
            at++;
            return negated(deeper(start, this::one));
        }
        return word();
    }

    private static Optional<TextQuery> negated(Optional<TextQuery> part) {
        return part.map(TextQuery.Not::new);
    }

    private Optional<TextQuery> group() {
        int start = at;
        at++;
        Optional<TextQuery> inner = deeper(start, this::any);
        if (at >= text.length()) {
            throw new TextQueryException("this parenthesis is not closed", start);
        }
        at++;
        return inner;
    }

    private Optional<TextQuery> phrase() {
        int start = at;
        int end = at + 1;
        while (end < text.length() && QUOTES.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        if (end == text.length()) {
            throw new TextQueryException("this quotation mark is not closed", start);
        }
        at = end + 1;
        return term(text.substring(start + 1, end).strip(), start).map(TextQuery.Phrase::new);
    }

    private Optional<TextQuery> word() {
        int start = at;
        while (at < text.length() && !endsWord(text.charAt(at))) {
            at++;
        }
        return term(text.substring(start, at), start).map(TextQuery.Word::new);
    }

    private Optional<String> term(String term, int start) {
        if (term.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return Optional.empty();
        }
        if (++terms > MAX_TERMS) {
            throw new TextQueryException("more than " + MAX_TERMS + " words and phrases", start);
        }
        return Optional.of(term);
    }

    private <T> T deeper(int start, java.util.function.Supplier<T> inner) {
        if (++depth > MAX_DEPTH) {
            throw new TextQueryException("nested more than " + MAX_DEPTH + " deep", start);
        }
        T result = inner.get();
        depth--;
        return result;
    }

    private boolean atEndOfGroup() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at >= text.length() || text.charAt(at) == ')';
    }

    /** Whether the operator stands here as a word of its own. */
    private boolean at(String operator) {
        int end = at + operator.length();
        return text.startsWith(operator, at) && (end == text.length() || endsWord(text.charAt(end)));
    }

    /** Passes over the operator, if it stands here, and says where it stood, else -1. */
    private int skip(String operator) {
        if (atEndOfGroup() || !at(operator)) {
            return -1;
        }
        int start = at;
        at += operator.length();
        return start;
    }

    private static boolean endsWord(char c) {
        return Character.isWhitespace(c) || c == '(' || c == ')' || QUOTES.indexOf(c) >= 0;
    }

    private static java.util.function.Supplier<TextQueryException> dangling(String operator, int position) {
        return () -> new TextQueryException(operator + " needs a word after it", position);
    }
}
