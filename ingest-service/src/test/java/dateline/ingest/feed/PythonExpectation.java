package dateline.ingest.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The part of Python in which feedparser's cases state what they expect: a conjunction of comparisons of a path such as
 * {@code entries[0]['title']} with string, number, tuple or None literals.
 */
final class PythonExpectation {
    /** One comparison; a path is a list of strings and integers. */
    record Assertion(List<Object> path, Object expected) {}

    /** No value: {@code None}, or {@code not entries[0].has_key('x')}. */
    static final Object NONE = new Object();

    private final String text;
    private int position;

    private PythonExpectation(String text) {
        this.text = text;
    }

    /** The comparisons; empty if the text is something else or only says whether the XML is well-formed. */
    static Optional<List<Assertion>> parse(String text) {
        try {
            PythonExpectation parser = new PythonExpectation(text);
            List<Assertion> assertions = parser.conjunction();
            parser.space();
            return parser.position == text.length() ? Optional.of(assertions) : Optional.empty();
        } catch (IllegalStateException | IndexOutOfBoundsException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private List<Assertion> conjunction() {
        List<Assertion> all = new ArrayList<>();
        do {
            all.addAll(term());
            space();
        } while (take("and "));
        return all;
    }

    private List<Assertion> term() {
        space();
        if (take("(")) {
            List<Assertion> inner = conjunction();
            expect(")");
            return inner;
        }
        boolean negated = take("not ");
        space();
        if (take("bozo")) {
            return List.of();
        }
        if (take("1") && !negated) {
            return List.of();
        }
        List<List<Object>> paths = new ArrayList<>();
        paths.add(path());
        space();
        if (negated) {
            return List.of(new Assertion(paths.getFirst(), NONE));
        }
        while (take("==") || take("is ")) {
            space();
            if (text.startsWith("entries", position) || text.startsWith("feed", position)) {
                paths.add(path());
                space();
            } else {
                Object value = value();
                return paths.stream().map(path -> new Assertion(path, value)).toList();
            }
        }
        throw new IllegalStateException("no comparison");
    }

    private List<Object> path() {
        List<Object> path = new ArrayList<>();
        path.add(name());
        while (true) {
            if (take(".has_key(")) {
                path.add(string());
                expect(")");
            } else if (take(".")) {
                path.add(name());
            } else if (take("[")) {
                path.add(
                        text.charAt(position) == '\'' || text.charAt(position) == '"'
                                ? string()
                                : (Object) (int) number());
                expect("]");
            } else {
                return path;
            }
        }
    }

    private Object value() {
        space();
        if (take("None")) {
            return NONE;
        }
        char c = text.charAt(position);
        if (c == '\'' || c == '"' || c == 'u' || c == 'r') {
            StringBuilder all = new StringBuilder(string());
            space();
            while (take("+")) {
                space();
                all.append(string());
                space();
            }
            return all.toString();
        }
        if (take("(")) {
            List<Object> tuple = new ArrayList<>();
            while (!take(")")) {
                tuple.add(value());
                space();
                take(",");
                space();
            }
            return tuple;
        }
        return number();
    }

    private long number() {
        int start = position;
        while (position < text.length() && Character.isDigit(text.charAt(position))) {
            position++;
        }
        return Long.parseLong(text.substring(start, position));
    }

    private String name() {
        int start = position;
        while (position < text.length()
                && (Character.isLetterOrDigit(text.charAt(position)) || text.charAt(position) == '_')) {
            position++;
        }
        if (start == position) {
            throw new IllegalStateException("no name");
        }
        return text.substring(start, position);
    }

    private String string() {
        take("u");
        boolean raw = take("r");
        String quote = text.startsWith("\"\"\"", position) || text.startsWith("'''", position)
                ? text.substring(position, position + 3)
                : text.substring(position, position + 1);
        if (!quote.startsWith("'") && !quote.startsWith("\"")) {
            throw new IllegalStateException("no string");
        }
        position += quote.length();
        StringBuilder out = new StringBuilder();
        while (!text.startsWith(quote, position)) {
            char c = text.charAt(position++);
            if (c != '\\' || raw) {
                out.append(c);
                continue;
            }
            char escape = text.charAt(position++);
            switch (escape) {
                case 'n' -> out.append('\n');
                case 't' -> out.append('\t');
                case 'r' -> out.append('\r');
                case 'x' -> out.append(code(2));
                case 'u' -> out.append(code(4));
                default -> out.append(escape);
            }
        }
        position += quote.length();
        return out.toString();
    }

    private char code(int digits) {
        String hex = text.substring(position, position + digits);
        position += digits;
        return (char) Integer.parseInt(hex, 16);
    }

    private void space() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    private boolean take(String token) {
        if (text.startsWith(token, position)) {
            position += token.length();
            return true;
        }
        return false;
    }

    private void expect(String token) {
        space();
        if (!take(token)) {
            throw new IllegalStateException("expected " + token);
        }
    }
}
