package dateline.elasticsearch.analysis;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.hy.ArmenianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.elasticsearch.index.analysis.AbstractIndexAnalyzerProvider;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.AnalyzerProvider;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** The analyzers named after a language; each takes {@code stopwords}, as in the public distribution. */
final class LanguageAnalyzers {
    private final Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> byName = new HashMap<>();

    private LanguageAnalyzers() {
        add("arabic", ArabicAnalyzer.getDefaultStopSet(), ArabicAnalyzer::new);
        add("armenian", ArmenianAnalyzer.getDefaultStopSet(), ArmenianAnalyzer::new);
        add("english", EnglishAnalyzer.getDefaultStopSet(), EnglishAnalyzer::new);
        add("french", FrenchAnalyzer.getDefaultStopSet(), FrenchAnalyzer::new);
        add("german", GermanAnalyzer.getDefaultStopSet(), GermanAnalyzer::new);
        add("greek", GreekAnalyzer.getDefaultStopSet(), GreekAnalyzer::new);
        add("hungarian", HungarianAnalyzer.getDefaultStopSet(), HungarianAnalyzer::new);
        add("italian", ItalianAnalyzer.getDefaultStopSet(), ItalianAnalyzer::new);
        add("persian", PersianAnalyzer.getDefaultStopSet(), PersianAnalyzer::new);
        add("portuguese", PortugueseAnalyzer.getDefaultStopSet(), PortugueseAnalyzer::new);
        add("romanian", RomanianAnalyzer.getDefaultStopSet(), RomanianAnalyzer::new);
        add("russian", RussianAnalyzer.getDefaultStopSet(), RussianAnalyzer::new);
        add("spanish", SpanishAnalyzer.getDefaultStopSet(), SpanishAnalyzer::new);
        add("turkish", TurkishAnalyzer.getDefaultStopSet(), TurkishAnalyzer::new);
    }

    static Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> byName() {
        return new LanguageAnalyzers().byName;
    }

    private void add(String language, CharArraySet defaultStopWords, Function<CharArraySet, Analyzer> create) {
        byName.put(language, (index, environment, name, settings) -> {
            if (settings.hasValue("stem_exclusion")) {
                throw new IllegalArgumentException("The local node's analyzers have no [stem_exclusion]: " + name);
            }
            var analyzer = create.apply(Analysis.parseStopWords(environment, settings, defaultStopWords));
            return new AbstractIndexAnalyzerProvider<>(name) {
                @Override
                public Analyzer get() {
                    return analyzer;
                }
            };
        });
    }
}
