package dateline.enrich.figure;

import dateline.contract.Figure;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Finds amounts: money, percentages, measures, and counts in digits before what they count. The annotation rules of the
 * newsroom are its definition: ages, durations, times, scores, ranks and ranges are no figures. Safe to share between
 * threads; linear in the text's length.
 */
final class FigureReader {
    private static final Set<String> POINT_DECIMAL =
            Set.of("en", "zh", "ja", "ko", "th", "he", "hi", "bn", "ur", "ta", "te", "sw", "ms", "am", "und");

    private final Map<String, FigureWords> languages = FigureWords.load();
    private final FigureWords none = Objects.requireNonNull(languages.get("und"), "und");

    /**
     * The figures in order, none overlapping another.
     *
     * @param language BCP 47 tag
     */
    List<Figure> read(String text, String language, Currencies currencies) {
        int hyphen = language.indexOf('-');
        String primary = hyphen < 0 ? language : language.substring(0, hyphen);
        FigureWords words = languages.getOrDefault(primary, none);
        return new FigureScan(text, primary, words, currencies, !POINT_DECIMAL.contains(primary)).run();
    }
}
