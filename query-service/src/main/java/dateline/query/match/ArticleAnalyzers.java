package dateline.query.match;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.hy.ArmenianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/** The analyzers that {@code elasticsearch/articles.json} names, field by field. */
final class ArticleAnalyzers {
    /** Fields whose words are only folded, whatever the language. */
    static final List<String> FOLDED = List.of("title", "subtitle", "body");

    private static final String STEMMED = "stemmed.";

    /** Lengths of the beginnings of words that candidates are chosen by, in code points. */
    static final int SHORTEST_START = 3;

    static final int LONGEST_START = 6;

    private static final Map<String, Analyzer> STEMMING = Map.ofEntries(
            Map.entry("ar", new ArabicAnalyzer()),
            Map.entry("de", new GermanAnalyzer()),
            Map.entry("el", new GreekAnalyzer()),
            Map.entry("en", new EnglishAnalyzer()),
            Map.entry("es", new SpanishAnalyzer()),
            Map.entry("fa", new PersianAnalyzer()),
            Map.entry("fr", new FrenchAnalyzer()),
            Map.entry("hu", new HungarianAnalyzer()),
            Map.entry("hy", new ArmenianAnalyzer()),
            Map.entry("it", new ItalianAnalyzer()),
            Map.entry("pt", new PortugueseAnalyzer()),
            Map.entry("ro", new RomanianAnalyzer()),
            Map.entry("ru", new RussianAnalyzer()),
            Map.entry("tr", new TurkishAnalyzer()));

    private ArticleAnalyzers() {}

    /** Languages whose words are stemmed, too. */
    static List<String> languages() {
        return STEMMING.keySet().stream().sorted().toList();
    }

    /** Where an article of this language has its stemmed words. */
    static Stream<String> stemmed(String language) {
        return Stream.of(STEMMED + language + ".title", STEMMED + language + ".body");
    }

    /** Whether words are looked for in a field. */
    static boolean isText(String field) {
        return FOLDED.contains(field) || field.startsWith(STEMMED);
    }

    /** One for all fields; what is no text is a word as it is. */
    static Analyzer perField() {
        Map<String, Analyzer> fields = new HashMap<>();
        Analyzer folded = new Folded();
        Analyzer starts = new Starts();
        FOLDED.forEach(field -> {
            fields.put(field, folded);
            fields.put(ArticleFields.starts(field), starts);
        });
        STEMMING.forEach((language, analyzer) -> stemmed(language).forEach(field -> fields.put(field, analyzer)));
        return new PerFieldAnalyzerWrapper(new KeywordAnalyzer(), fields);
    }

    /** The folded words of a text, as the field would have them. */
    static List<String> foldedWords(Analyzer perField, String text) {
        List<String> words = new ArrayList<>();
        try (TokenStream tokens = perField.tokenStream(FOLDED.getFirst(), text)) {
            CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(word.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static final class Starts extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer words = new StandardTokenizer();
            return new TokenStreamComponents(
                    words,
                    new EdgeNGramTokenFilter(
                            new ASCIIFoldingFilter(new LowerCaseFilter(words)), SHORTEST_START, LONGEST_START, false));
        }
    }

    private static final class Folded extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer words = new StandardTokenizer();
            return new TokenStreamComponents(words, new ASCIIFoldingFilter(new LowerCaseFilter(words)));
        }
    }
}
