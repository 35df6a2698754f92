package dateline.enrich.language;

import dateline.contract.ArticleLanguage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jspecify.annotations.Nullable;

/**
 * Decides an article's language from its own words: first by script and by letters that few alphabets have, see
 * {@link Letters}; where those leave several, by OpenNLP's character n-gram model, among languages that news is written
 * in. Below {@value #LONG_ENOUGH} characters that model is often wrong, so there what page and feed declare counts, as
 * long as the letters allow it. Thread-safe.
 */
public final class LanguageIdentifier {
    /** Characters from which on the body alone decides. */
    static final int LONG_ENOUGH = 300;

    /** More text makes the answer no better, only slower. */
    private static final int ENOUGH = 500;

    /** Letters cost little to count. */
    private static final int ENOUGH_LETTERS = 2_000;

    /** Least lead over the next language at which the model's word for a part of the text is taken. */
    private static final double DOUBTFUL = 0.6;

    /** Part of the best figure from which on the declared language is as good. */
    private static final double NEARLY = 0.7;

    /** From so many letters on script and letters are believed against what is declared. */
    private static final int FEW_LETTERS = 12;

    private static final Map<String, String> TO_BCP47 = toBcp47();

    /** Languages with daily news of their own; the model knows twice as many and takes names for the others. */
    private static final Set<String> OF_NEWS = Set.of(
            "af", "am", "ar", "az", "ba", "be", "bg", "bn", "bs", "ca", "cs", "cy", "da", "de", "el", "en", "es", "et",
            "eu", "fa", "fi", "fil", "fr", "ga", "gl", "gu", "he", "hi", "hr", "hu", "hy", "id", "is", "it", "ja", "ka",
            "kk", "km", "kn", "ko", "ky", "lo", "lt", "lv", "mk", "ml", "mn", "mr", "ms", "mt", "my", "nb", "ne", "nl",
            "nn", "pa", "pl", "ps", "pt", "ro", "ru", "si", "sk", "sl", "so", "sq", "sr", "sv", "sw", "ta", "te", "tg",
            "th", "tl", "tr", "tt", "uk", "ur", "uz", "vi", "zh", "zu");

    private final LanguageDetectorModel model;

    public LanguageIdentifier() {
        // The model's file carries its version in its name; the jar on the class path has just one.
        try (InputStream in = LanguageIdentifier.class.getResourceAsStream("/langdetect-183.bin")) {
            if (in == null) {
                throw new IllegalStateException("opennlp-models-langdetect is not on the class path");
            }
            this.model = new LanguageDetectorModel(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The language of a text.
     *
     * @param text the body
     * @param declared BCP 47 tag that page, feed or submitter gave, if any
     */
    public ArticleLanguage identify(String text, @Nullable String declared) {
        String sample = cut(text, ENOUGH_LETTERS);
        @Nullable String tag = primary(declared);
        Letters letters = new Letters(sample);
        if (letters.size() == 0) {
            return tag == null
                    ? new ArticleLanguage("und", 0, ArticleLanguage.Source.UNKNOWN)
                    : new ArticleLanguage(tag, 0.3, ArticleLanguage.Source.DECLARED);
        }
        List<String> left = letters.possible();
        boolean believable = tag != null && letters.allow(tag) && (left.isEmpty() || left.contains(tag));
        boolean few = letters.size() < FEW_LETTERS && tag != null && letters.allow(tag);
        if (tag != null && sample.length() < LONG_ENOUGH && (believable || few)) {
            return new ArticleLanguage(tag, 0.5, ArticleLanguage.Source.DECLARED);
        }
        if (left.size() == 1) {
            // One word holds few letters, and so says little.
            double confidence = Math.min(0.99, 0.6 + letters.size() / 500.0);
            return new ArticleLanguage(left.getFirst(), confidence, ArticleLanguage.Source.BODY);
        }
        ArticleLanguage first = detect(cut(text, ENOUGH), letters, left, tag);
        return first.confidence() >= DOUBTFUL || text.length() <= ENOUGH ? first : detect(sample, letters, left, tag);
    }

    private static String cut(String text, int length) {
        return text.length() > length ? text.substring(0, length) : text;
    }

    private ArticleLanguage detect(String sample, Letters letters, List<String> left, @Nullable String declared) {
        String best = left.isEmpty() ? "und" : left.getFirst();
        double first = 0;
        double second = 0;
        double ofDeclared = 0;
        for (Language language : new LanguageDetectorME(model).predictLanguages(sample)) {
            String tag = bcp47(language.getLang());
            if (left.isEmpty() ? OF_NEWS.contains(tag) && letters.allow(tag) : left.contains(tag)) {
                if (first == 0) {
                    best = tag;
                    first = language.getConfidence();
                } else if (second == 0) {
                    second = language.getConfidence();
                }
                if (tag.equals(declared)) {
                    ofDeclared = language.getConfidence();
                }
            }
        }
        // The model's own figure is spread thin over a hundred languages; what tells is its lead over the next.
        double lead = first + second == 0 ? 0 : first / (first + second);
        // Between Croatian and Bosnian, say, the outlet knows better than three letters in a row.
        if (declared != null && ofDeclared > first * NEARLY) {
            return new ArticleLanguage(declared, Math.max(0.5, lead), ArticleLanguage.Source.BODY);
        }
        return best.equals("und")
                ? new ArticleLanguage(best, 0, ArticleLanguage.Source.UNKNOWN)
                : new ArticleLanguage(best, lead, ArticleLanguage.Source.BODY);
    }

    private static @Nullable String primary(@Nullable String declared) {
        if (declared == null) {
            return null;
        }
        String language =
                Locale.forLanguageTag(declared.strip().replace('_', '-')).getLanguage();
        return language.isEmpty() || language.equals("und") ? null : language;
    }

    private static String bcp47(String iso3) {
        return TO_BCP47.getOrDefault(iso3, iso3);
    }

    private static Map<String, String> toBcp47() {
        Map<String, String> tags = new HashMap<>();
        for (String iso2 : Locale.getISOLanguages()) {
            tags.put(Locale.of(iso2).getISO3Language(), iso2);
        }
        // The model names some macro-languages by their main member.
        tags.putAll(Map.of(
                "cmn", "zh", "ekk", "et", "lvs", "lv", "pes", "fa", "nob", "nb", "nno", "nn", "plt", "mg", "pnb",
                "pa"));
        return Map.copyOf(tags);
    }
}
