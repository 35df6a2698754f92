package dateline.elasticsearch.analysis;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanMinimalStemFilter;
import org.apache.lucene.analysis.el.GreekLowerCaseFilter;
import org.apache.lucene.analysis.el.GreekStemFilter;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fa.PersianStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchMinimalStemFilter;
import org.apache.lucene.analysis.hu.HungarianLightStemFilter;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.TrimFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.tr.TurkishLowerCaseFilter;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.NormalizingTokenFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** The token filters, each with the settings and defaults of the public distribution. */
final class TokenFilters {
    private TokenFilters() {}

    static Map<String, AnalysisProvider<TokenFilterFactory>> byName() {
        return Map.of(
                "asciifolding",
                (index, environment, name, settings) -> {
                    var preserve = settings.getAsBoolean("preserve_original", false);
                    // A normalizer makes one token, so there the original cannot stand beside the folded one.
                    return new Normalizing(
                            name, in -> new ASCIIFoldingFilter(in, preserve), in -> new ASCIIFoldingFilter(in, false));
                },
                "trim",
                (index, environment, name, settings) -> new Normalizing(name, TrimFilter::new, TrimFilter::new),
                "lowercase",
                (index, environment, name, settings) -> {
                    var lowerCase = lowerCase(settings.get("language"));
                    return new Normalizing(name, lowerCase, lowerCase);
                },
                "edge_ngram",
                (index, environment, name, settings) -> {
                    var min = settings.getAsInt("min_gram", 1);
                    var max = settings.getAsInt("max_gram", 2);
                    var preserve = settings.getAsBoolean("preserve_original", false);
                    return new Simple(name, in -> new EdgeNGramTokenFilter(in, min, max, preserve));
                },
                "ngram",
                (index, environment, name, settings) -> {
                    var min = settings.getAsInt("min_gram", 1);
                    var max = settings.getAsInt("max_gram", 2);
                    NGrams.checkDifference(index, min, max);
                    var preserve = settings.getAsBoolean("preserve_original", false);
                    return new Simple(name, in -> new NGramTokenFilter(in, min, max, preserve));
                },
                "stemmer",
                (index, environment, name, settings) ->
                        new Simple(name, stemmer(settings.get("language", settings.get("name", "english")))),
                "elision",
                (index, environment, name, settings) -> {
                    var articles = settings.hasValue("articles") || settings.hasValue("articles_path")
                            ? articles(environment, settings)
                            : FrenchAnalyzer.DEFAULT_ARTICLES;
                    return new Normalizing(
                            name, in -> new ElisionFilter(in, articles), in -> new ElisionFilter(in, articles));
                });
    }

    private static CharArraySet articles(Environment environment, Settings settings) {
        return Analysis.parseArticles(environment, settings);
    }

    private static UnaryOperator<TokenStream> lowerCase(String language) {
        return switch (language) {
            case null -> LowerCaseFilter::new;
            case "greek" -> GreekLowerCaseFilter::new;
            case "turkish" -> TurkishLowerCaseFilter::new;
            default -> throw new IllegalArgumentException("The local node has no lowercase for [" + language + "]");
        };
    }

    /** The distribution's names: the bare language is its usual stemmer, a prefix picks a milder one. */
    private static UnaryOperator<TokenStream> stemmer(String language) {
        return switch (language) {
            case "english" -> PorterStemFilter::new;
            case "porter2" -> in -> new SnowballFilter(in, "English");
            case "possessive_english" -> EnglishPossessiveFilter::new;
            case "minimal_english" -> EnglishMinimalStemFilter::new;
            case "light_german" -> GermanLightStemFilter::new;
            case "minimal_german" -> GermanMinimalStemFilter::new;
            case "light_french" -> FrenchLightStemFilter::new;
            case "minimal_french" -> FrenchMinimalStemFilter::new;
            case "light_spanish" -> SpanishLightStemFilter::new;
            case "light_italian" -> ItalianLightStemFilter::new;
            case "light_portuguese" -> PortugueseLightStemFilter::new;
            case "light_russian" -> RussianLightStemFilter::new;
            case "light_hungarian" -> HungarianLightStemFilter::new;
            case "arabic" -> ArabicStemFilter::new;
            case "greek" -> GreekStemFilter::new;
            case "persian" -> PersianStemFilter::new;
            case "armenian",
                    "french",
                    "german",
                    "hungarian",
                    "italian",
                    "portuguese",
                    "romanian",
                    "russian",
                    "spanish",
                    "turkish" ->
                in -> new SnowballFilter(in, Character.toUpperCase(language.charAt(0)) + language.substring(1));
            default -> throw new IllegalArgumentException("The local node has no stemmer for [" + language + "]");
        };
    }

    private static final class Simple extends AbstractTokenFilterFactory {
        private final UnaryOperator<TokenStream> filter;

        Simple(String name, UnaryOperator<TokenStream> filter) {
            super(name);
            this.filter = filter;
        }

        @Override
        public TokenStream create(TokenStream in) {
            return filter.apply(in);
        }
    }

    /** A filter that may stand in a normalizer too. */
    private static final class Normalizing extends AbstractTokenFilterFactory implements NormalizingTokenFilterFactory {
        private final UnaryOperator<TokenStream> filter;
        private final UnaryOperator<TokenStream> normalizer;

        Normalizing(String name, UnaryOperator<TokenStream> filter, UnaryOperator<TokenStream> normalizer) {
            super(name);
            this.filter = filter;
            this.normalizer = normalizer;
        }

        @Override
        public TokenStream create(TokenStream in) {
            return filter.apply(in);
        }

        @Override
        public TokenStream normalize(TokenStream in) {
            return normalizer.apply(in);
        }
    }
}
