package dateline.enrich.quote;

import dateline.contract.Mention;
import dateline.enrich.token.Tokens;
import java.util.ArrayList;
import java.util.List;

/** Cuts a body into {@link Sentence}s around its quotations. */
final class Sentences {
    private static final String STOPS = ".!?…।։۔؟。";
    /** How far behind a question the verb of saying may stand: "“Why?” the mayor of Riga asked". */
    private static final int REACH = 7;
    /** Headline, author and standfirst may stand before it; paragraphs are counted with the empty lines between them. */
    private static final int PARAGRAPHS_BEFORE_DATELINE = 4;

    private static final int LONGEST_DATELINE = 14;
    /** In units. A longer sentence is a list or an attack, and is cut. */
    private static final int LONGEST = 400;

    private final String text;
    private final Tokens tokens;
    private final Paragraphs paragraphs;
    private final List<Mention> mentions;
    private final List<Marked> quotes;
    private final Speech speech;
    private final List<Sentence> found = new ArrayList<>();

    private Sentences(
            Tokens tokens, Paragraphs paragraphs, List<Mention> mentions, List<Marked> quotes, Speech speech) {
        this.text = tokens.text();
        this.tokens = tokens;
        this.paragraphs = paragraphs;
        this.mentions = mentions;
        this.quotes = quotes;
        this.speech = speech;
    }

    /** The mentions are those in the body and, like the quotations, in order. */
    static List<Sentence> of(
            Tokens tokens, Paragraphs paragraphs, List<Mention> mentions, List<Marked> quotes, Speech speech) {
        Sentences sentences = new Sentences(tokens, paragraphs, mentions, quotes, speech);
        List<Unit> units = sentences.units();
        sentences.cut(units);
        return sentences.found;
    }

    private List<Unit> units() {
        List<Unit> units = new ArrayList<>();
        int quote = 0;
        int mention = 0;
        int reached = 0;
        for (int t = 0; t < tokens.size(); t++) {
            int start = tokens.start(t);
            if (tokens.end(t) <= reached || repeats(t)) {
                continue;
            }
            while (quote < quotes.size() && quotes.get(quote).to() <= start) {
                quote++;
            }
            while (mention < mentions.size() && mentions.get(mention).end() <= start) {
                mention++;
            }
            if (quote < quotes.size() && tokens.end(t) > quotes.get(quote).from()) {
                Marked marked = quotes.get(quote++);
                units.add(new Unit(Unit.Kind.QUOTE, marked.from(), marked.to(), "", false, null, marked));
                reached = marked.to();
            } else if (mention < mentions.size()
                    && tokens.end(t) > mentions.get(mention).start()) {
                Mention named = mentions.get(mention++);
                units.add(new Unit(Unit.Kind.MENTION, named.start(), named.end(), "", true, named, null));
                reached = named.end();
            } else {
                units.add(word(t));
                reached = tokens.end(t);
            }
        }
        return units;
    }

    /** Of a run of the same mark, three are as good as a million. */
    private boolean repeats(int token) {
        return token > 2
                && tokens.kind(token) == Tokens.Kind.PUNCTUATION
                && tokens.kind(token - 1) == Tokens.Kind.PUNCTUATION
                && text.charAt(tokens.start(token)) == text.charAt(tokens.start(token - 1))
                && text.charAt(tokens.start(token)) == text.charAt(tokens.start(token - 2))
                && tokens.glued(token);
    }

    private Unit word(int token) {
        Unit.Kind kind = switch (tokens.kind(token)) {
            case WORD -> Unit.Kind.WORD;
            case NUMBER -> Unit.Kind.NUMBER;
            case PUNCTUATION, ADDRESS, OTHER -> Unit.Kind.MARK;
        };
        String surface = tokens.surface(token);
        boolean capital = Character.isUpperCase(surface.codePointAt(0));
        return new Unit(
                kind,
                tokens.start(token),
                tokens.end(token),
                speech.lower(surface).replace('’', '\''),
                capital,
                null,
                null);
    }

    private void cut(List<Unit> units) {
        int paragraph = 0;
        int first = 0;
        for (int i = 0; i < units.size(); i++) {
            while (paragraph + 1 < paragraphs.count() && units.get(i).start() >= paragraphs.end(paragraph)) {
                paragraph++;
            }
            boolean last = i + 1 == units.size() || units.get(i + 1).start() >= paragraphs.end(paragraph);
            boolean dateline = paragraph <= 2 * PARAGRAPHS_BEFORE_DATELINE && isDateline(units, first, i);
            if (last || dateline || i - first > LONGEST || endsSentence(units, i)) {
                found.add(new Sentence(paragraph, units.subList(first, i + 1)));
                first = i + 1;
            }
        }
    }

    /** "SAO PAULO (Atlantic Dispatch) —": places, agencies, days, hardly a small word, and a dash between spaces. */
    private boolean isDateline(List<Unit> units, int first, int dash) {
        if (!units.get(dash).isDash()
                || dash == first
                || dash - first > LONGEST_DATELINE
                || units.get(dash - 1).end() == units.get(dash).start()) {
            return false;
        }
        int small = 0;
        for (int i = first; i < dash; i++) {
            Unit unit = units.get(i);
            small += isLower(unit) ? 1 : 0;
            if (unit.kind() == Unit.Kind.QUOTE || (unit.isMark(".!?;:") && i > first + 3)) {
                return false;
            }
        }
        return units.get(first).capital() && small <= 1;
    }

    private boolean endsSentence(List<Unit> units, int i) {
        Unit unit = units.get(i);
        Unit next = units.get(i + 1);
        if (unit.quote() != null) {
            return endsSentence(unit.quote(), units, i);
        }
        if (unit.kind() != Unit.Kind.MARK || STOPS.indexOf(unit.word().charAt(0)) < 0) {
            return false;
        }
        if (next.quote() != null) {
            return true;
        }
        if (!Character.isWhitespace(text.charAt(unit.end() >= text.length() ? unit.end() - 1 : unit.end()))
                || isLower(next)) {
            return false;
        }
        return !unit.is(".") || i == 0 || !isAbbreviation(units.get(i - 1), unit);
    }

    private boolean isAbbreviation(Unit before, Unit stop) {
        return before.end() == stop.start()
                && before.kind() == Unit.Kind.WORD
                && (speech.isAbbreviation(before.word())
                        || (before.capital() && before.word().length() == 1));
    }

    private boolean endsSentence(Marked quote, List<Unit> units, int i) {
        char last = quote.end() > quote.start() ? text.charAt(quote.end() - 1) : ' ';
        Unit next = units.get(i + 1);
        if (STOPS.indexOf(last) < 0 || isLower(next) || (next.kind() == Unit.Kind.MARK && !next.isMark("(["))) {
            return false;
        }
        if (last == '.' || next.quote() != null) {
            return true;
        }
        for (int j = i + 1; j < Math.min(units.size(), i + REACH); j++) {
            Unit unit = units.get(j);
            if (speech.isSaying(unit.word())) {
                return false;
            }
            if (unit.kind() == Unit.Kind.QUOTE || unit.isMark(".!?;:")) {
                break;
            }
        }
        return true;
    }

    private static boolean isLower(Unit unit) {
        return unit.kind() == Unit.Kind.WORD
                && !unit.capital()
                && Character.isLowerCase(unit.word().codePointAt(0));
    }
}
