package dateline.enrich.figure;

import dateline.enrich.words.WordFile;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one language calls numbers, units and currencies; {@code figures/words.tsv} says what each kind means. */
final class FigureWords {
    /** What a word is to the reader of figures. */
    enum Kind {
        /** A number word, with its value. */
        NUMBER,
        /** Multiplies the number before it, by its value. */
        TIMES,
        /** A unit, with its symbol. */
        UNIT,
        /** A currency's name, with the ISO codes it may stand for. */
        MONEY,
        /** A currency's sign before the number, with the ISO codes it may stand for. */
        SIGN,
        /** Behind a number: a duration, an hour or the like, so that it is no figure. */
        NOT,
        /** Behind a number: no noun, so that it does not say what is counted. */
        STOP,
        /** Before a number: it is a name, as in "page 12". */
        LABEL,
        /** A plural without an s. */
        PLURAL,
        /** Links a number to its unit and says nothing: {@code millions de dollars}. */
        LINK,
        /** A verb between a subject and its figure. */
        VERB
    }

    /** A meaning with its value. */
    record Meaning(Kind kind, String value) {
        double number() {
            return Double.parseDouble(value);
        }
    }

    private final Map<Kind, Map<String, Meaning>> words = new EnumMap<>(Kind.class);
    private int longestPhrase = 1;

    private FigureWords() {}

    /** Every language's words with those that all share, by its primary tag. */
    static Map<String, FigureWords> load() {
        Map<String, FigureWords> all = new HashMap<>();
        List<List<String>> rows = WordFile.rows("figures/words.tsv", 4);
        rows.forEach(row -> all.computeIfAbsent(row.get(0), language -> new FigureWords()));
        all.forEach((language, words) -> {
            rows.stream().filter(row -> row.get(0).equals("und")).forEach(words::add);
            rows.stream().filter(row -> row.get(0).equals(language)).forEach(words::add);
        });
        return all;
    }

    private void add(List<String> row) {
        Kind kind = Kind.valueOf(row.get(1).toUpperCase(Locale.ROOT));
        for (String form : row.get(3).split("\\|")) {
            words.computeIfAbsent(kind, key -> new HashMap<>()).put(form, new Meaning(kind, row.get(2)));
            longestPhrase = Math.max(longestPhrase, form.split(" ").length);
        }
    }

    /** Most words that a unit's or a currency's name has. */
    int longestPhrase() {
        return longestPhrase;
    }

    @Nullable
    Meaning find(Kind kind, String word) {
        return words.getOrDefault(kind, Map.of()).get(word);
    }

    boolean is(Kind kind, String word) {
        return words.getOrDefault(kind, Map.of()).containsKey(word);
    }
}
