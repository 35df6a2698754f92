package dateline.enrich.time;

import dateline.contract.DateMention;
import dateline.enrich.token.Tokenizer;
import dateline.enrich.token.Tokens;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Finds dates and periods in a text: days, weeks, months, years and spans of them, absolute or told from the day of
 * publication. The annotation rules of the newsroom are its definition: prepositions stay outside the span; durations,
 * ages, times of day, quarters and seasons are no dates. Safe to share between threads; linear in the text's length.
 */
final class DateReader {
    private final Tokenizer tokenizer = new Tokenizer();
    private final Map<String, DateWords> languages = DateWords.load();
    private final DateWords none = Objects.requireNonNull(languages.get("und"), "und");

    /**
     * The dates in order, none overlapping another.
     *
     * @param language BCP 47 tag; where there are no words for it, only dates in digits are found
     * @param published the day that relative dates are told from
     */
    List<DateMention> read(String text, String language, LocalDate published) {
        int hyphen = language.indexOf('-');
        String primary = hyphen < 0 ? language : language.substring(0, hyphen);
        Tokens tokens = tokenizer.tokenize(text);
        return new DateScan(tokens, primary, languages.getOrDefault(primary, none), new Calendar(published)).run();
    }

    /** Primary tags of the languages that there are words for. */
    Set<String> languages() {
        return languages.keySet();
    }
}
