package dateline.query.search;

import dateline.query.search.TextQuery.Has;
import dateline.query.search.TextQuery.In;
import dateline.query.search.TextQuery.Is;
import dateline.query.search.TextQuery.Near;
import dateline.query.search.TextQuery.Not;
import dateline.query.search.TextQuery.Phrase;
import dateline.query.search.TextQuery.Prefix;
import dateline.query.search.TextQuery.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the syntax of {@code q}: words that all must occur, {@code "phrases"}, {@code "words near"~5}, {@code begin*},
 * {@code field:value}, {@code -exclusion} or {@code NOT}, {@code AND}, {@code OR} (weaker than AND), parentheses.
 * Operators are in capitals; what is no word, such as a lone dash, is passed over. Takes time linear in the text.
 */
public final class TextQueryParser {
    /** Longest text that is read, in UTF-16 units. */
    public static final int MAX_LENGTH = 1_000;

    /** Most words may stand between those of {@link Near}. */
    public static final int MAX_DISTANCE = 50;

    /** Shortest beginning of a word, in letters and digits. */
    public static final int MIN_PREFIX = 3;

    private static final int MAX_TERMS = 50;
    private static final int MAX_PREFIXES = 5;
    private static final int MAX_DEPTH = 20;
    private static final Pattern FUZZY = Pattern.compile("(?<=[\\p{L}\\p{N}*])~[0-9.]*$");
    private static final String QUOTES = "\"“”„";

    private final String text;
    private int at;
    private int terms;
    private int prefixes;
    private int depth;
    /** The field that what is read belongs to. */
    private @Nullable QueryField field;

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
        if (atEndOfGroup() || at("AND") || at("OR")) {
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
        int colon = QueryField.colon(text, at);
        return colon < 0 ? word() : inField(colon);
    }

    private static Optional<TextQuery> negated(Optional<TextQuery> part) {
        return part.map(Not::new);
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

    /** {@code name:} and what follows it at once: a word, a phrase or a group. */
    private Optional<TextQuery> inField(int colon) {
        int start = at;
        String name = text.substring(at, colon);
        QueryField named = QueryField.of(name)
                .orElseThrow(() -> new TextQueryException(
                        "there is no field " + name + "; there are " + QueryField.names()
                                + ". To look for it as it stands, put it in quotation marks",
                        start));
        if (field != null) {
            throw new TextQueryException("a field can not stand inside another one's parentheses", start);
        }
        at = colon + 1;
        boolean empty = at == text.length() || Character.isWhitespace(text.charAt(at)) || text.charAt(at) == ')';
        if (empty || text.charAt(at) == '-') {
            throw new TextQueryException(
                    empty ? name + ": needs a value right behind it" : "put the - before " + name + ":", at);
        }
        field = named;
        char c = text.charAt(at);
        Optional<TextQuery> value = c == '(' ? group() : QUOTES.indexOf(c) >= 0 ? phrase() : word();
        field = null;
        TextQuery found =
                value.orElseThrow(() -> new TextQueryException(name + ": needs a value behind it", colon + 1));
        return Optional.of(named instanceof QueryField.OfPart(TextQuery.Part part) ? new In(part, found) : found);
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
        int tilde = end + 1;
        at = tilde;
        int distance = distance();
        String words = text.substring(start + 1, end).strip();
        return term(words, start).map(term -> {
            if (isValue()) {
                if (distance >= 0) {
                    throw new TextQueryException("~ means nothing for this field", tilde);
                }
                return value(term, start);
            }
            return distance < 0 ? new Phrase(term) : new Near(term, distance);
        });
    }

    /** The number behind a phrase's {@code ~}; -1 if there is none. */
    private int distance() {
        if (at >= text.length() || text.charAt(at) != '~') {
            return -1;
        }
        int tilde = at++;
        int digits = at;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        int distance = at == digits || at > digits + 3 ? -1 : Integer.parseInt(text.substring(digits, at));
        if (distance < 0 || distance > MAX_DISTANCE) {
            throw new TextQueryException("~ needs a number of words up to " + MAX_DISTANCE, tilde);
        }
        return distance;
    }

    private Optional<TextQuery> word() {
        int start = at;
        while (at < text.length() && !endsWord(text.charAt(at))) {
            at++;
        }
        String word = text.substring(start, at);
        if (isValue()) {
            return term(word, start).map(term -> value(term, start));
        }
        int tilde = FUZZY.matcher(word).replaceFirst("").length();
        if (tilde < word.length()) {
            throw new TextQueryException("a ~ can only follow a phrase in quotation marks", start + tilde);
        }
        int star = word.indexOf('*');
        return term(word, start).map(term -> star < 0 ? new Word(term) : prefix(term, star, start));
    }

    private Prefix prefix(String word, int star, int start) {
        if (star < word.length() - 1) {
            throw new TextQueryException("a * can only end a word", start + star);
        }
        String begin = word.substring(0, star);
        if (begin.codePoints().filter(Character::isLetterOrDigit).count() < MIN_PREFIX) {
            throw new TextQueryException("a * needs at least " + MIN_PREFIX + " letters before it", start + star);
        }
        if (++prefixes > MAX_PREFIXES) {
            throw new TextQueryException("more than " + MAX_PREFIXES + " words with a *", start + star);
        }
        return new Prefix(begin);
    }

    /** Whether what is read is an attribute's value and no word of the text. */
    private boolean isValue() {
        return field != null && !(field instanceof QueryField.OfPart);
    }

    private TextQuery value(String value, int start) {
        return switch (field) {
            case QueryField.OfAttribute(Attribute attribute) -> {
                if (value.indexOf('*') >= 0) {
                    throw new TextQueryException("a * means nothing for this field", start + value.indexOf('*'));
                }
                yield new Has(
                        attribute,
                        attribute
                                .normal(value)
                                .orElseThrow(() -> new TextQueryException(
                                        "there is no " + attribute.label() + " like this", start)));
            }
            case QueryField.OfTrait(String name) ->
                new Is(Trait.ofTerm(name + ":" + value)
                        .orElseThrow(() -> new TextQueryException(
                                "there is no " + name + ":" + value + "; there are " + QueryField.traits(), start)));
            case QueryField.OfPart part -> throw new IllegalStateException(part.toString());
            case null -> throw new IllegalStateException(value);
        };
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

    private <T> T deeper(int start, Supplier<T> inner) {
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

    private static Supplier<TextQueryException> dangling(String operator, int position) {
        return () -> new TextQueryException(operator + " needs a word after it", position);
    }
}
