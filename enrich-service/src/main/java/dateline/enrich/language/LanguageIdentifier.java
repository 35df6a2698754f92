package dateline.enrich.language;

import dateline.contract.ArticleLanguage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jspecify.annotations.Nullable;

/**
 * Decides an article's language from its own words, by OpenNLP's character n-gram model. Below {@value #LONG_ENOUGH}
 * characters that model is often wrong, so there what page and feed declare counts, as long as it fits the script.
 * Thread-safe.
 */
public final class LanguageIdentifier {
    /** Characters from which on the body alone decides. */
    static final int LONG_ENOUGH = 300;

    /** More text makes the answer no better, only slower. */
    private static final int ENOUGH = 2_000;

    private static final Map<String, String> TO_BCP47 = toBcp47();
    private static final Set<String> CYRILLIC = Set.of(
            "ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg", "ba", "ce", "tt", "cv", "os", "ab", "uz");

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
        String sample = text.length() > ENOUGH ? text.substring(0, ENOUGH) : text;
        @Nullable String tag = primary(declared);
        if (sample.length() < LONG_ENOUGH && tag != null && fitsScript(tag, sample)) {
            return new ArticleLanguage(tag, 0.5, ArticleLanguage.Source.DECLARED);
        }
        if (sample.chars().noneMatch(Character::isLetter)) {
            return tag == null
                    ? new ArticleLanguage("und", 0, ArticleLanguage.Source.UNKNOWN)
                    : new ArticleLanguage(tag, 0.3, ArticleLanguage.Source.DECLARED);
        }
        return detect(sample);
    }

    private ArticleLanguage detect(String sample) {
        Language[] ranked = new LanguageDetectorME(model).predictLanguages(sample);
        double best = ranked[0].getConfidence();
        double second = ranked.length > 1 ? ranked[1].getConfidence() : 0;
        // The model's own figure is spread thin over a hundred languages; what tells is its lead over the next.
        double lead = best + second == 0 ? 0 : best / (best + second);
        return new ArticleLanguage(bcp47(ranked[0].getLang()), lead, ArticleLanguage.Source.BODY);
    }

    private static @Nullable String primary(@Nullable String declared) {
        if (declared == null) {
            return null;
        }
        String language =
                Locale.forLanguageTag(declared.strip().replace('_', '-')).getLanguage();
        return language.isEmpty() || language.equals("und") ? null : language;
    }

    private static boolean fitsScript(String tag, String sample) {
        long letters = sample.codePoints().filter(Character::isLetter).count();
        long cyrillic = sample.codePoints()
                .filter(c -> Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC)
                .count();
        return letters == 0 || CYRILLIC.contains(tag) || cyrillic * 2 < letters;
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
