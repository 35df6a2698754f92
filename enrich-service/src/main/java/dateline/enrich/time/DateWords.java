package dateline.enrich.time;

import dateline.enrich.words.WordFile;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one language calls months, weekdays and the rest; {@code dates/words.tsv} says what each kind means. */
final class DateWords {
    /** What a word or phrase is to the reader of dates. */
    enum Kind {
        MONTH,
        WEEKDAY,
        DAY,
        PERIOD,
        NEXT,
        LAST,
        THIS,
        OF,
        TO,
        YEAR,
        IN,
        AFTER,
        SINCE,
        EVERY,
        FUTURE,
        PAST
    }

    /** A meaning, with the number or unit that it stands for. */
    record Meaning(Kind kind, String value) {
        int number() {
            return Integer.parseInt(value);
        }
    }

    private static final int LONGEST_ENDING = 4;

    private final Map<String, Meaning> words = new HashMap<>();
    /** Words that stand before a date or tell its tense, apart from what is a date itself. */
    private final Map<String, Meaning> hints = new HashMap<>();

    private final Map<String, Meaning> endings = new HashMap<>();
    private int longestPhrase = 1;

    private DateWords() {}

    /** Every language's words, by its primary tag. */
    static Map<String, DateWords> load() {
        Map<String, DateWords> all = new HashMap<>();
        for (List<String> row : WordFile.rows("dates/words.tsv", 4)) {
            DateWords words = all.computeIfAbsent(row.get(0), language -> new DateWords());
            Meaning meaning = new Meaning(Kind.valueOf(row.get(1).toUpperCase(Locale.ROOT)), row.get(2));
            for (String form : row.get(3).split("\\|")) {
                words.add(form, meaning);
            }
        }
        return all;
    }

    private void add(String form, Meaning meaning) {
        if (form.startsWith("*")) {
            endings.put(form.substring(1), meaning);
            return;
        }
        switch (meaning.kind()) {
            case MONTH, WEEKDAY, DAY, PERIOD -> {
                words.put(form, meaning);
                longestPhrase = Math.max(longestPhrase, form.split(" ").length);
            }
            case NEXT, LAST, THIS, OF, TO, YEAR, IN, AFTER, SINCE, EVERY, FUTURE, PAST ->
                hints.put(form + " " + meaning.kind(), meaning);
        }
    }

    int longestPhrase() {
        return longestPhrase;
    }

    /** The date word or phrase written so, in lower case with single spaces. */
    @Nullable
    Meaning date(String phrase) {
        return words.get(phrase);
    }

    boolean is(Kind kind, String word) {
        return hints.containsKey(word + " " + kind);
    }

    /** Whether a word tells a tense; null if neither. */
    @Nullable
    Kind tense(String word) {
        if (is(Kind.FUTURE, word)) {
            return Kind.FUTURE;
        }
        if (is(Kind.PAST, word)) {
            return Kind.PAST;
        }
        for (int length = Math.min(LONGEST_ENDING, word.length() - 2); length > 0; length--) {
            Meaning meaning = endings.get(word.substring(word.length() - length));
            if (meaning != null) {
                return meaning.kind();
            }
        }
        return null;
    }
}
