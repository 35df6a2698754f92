package dateline.elasticsearch.analysis;

import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenizer;
import org.apache.lucene.analysis.ngram.NGramTokenizer;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** The tokenizers, each with the settings and defaults of the public distribution. */
final class Tokenizers {
    private Tokenizers() {}

    static Map<String, AnalysisProvider<TokenizerFactory>> byName() {
        return Map.of(
                "keyword",
                (index, environment, name, settings) -> {
                    var bufferSize = settings.getAsInt("buffer_size", KeywordTokenizer.DEFAULT_BUFFER_SIZE);
                    return TokenizerFactory.newFactory(name, () -> new KeywordTokenizer(bufferSize));
                },
                "whitespace",
                (index, environment, name, settings) -> TokenizerFactory.newFactory(name, WhitespaceTokenizer::new),
                "edge_ngram",
                (index, environment, name, settings) -> {
                    var min = settings.getAsInt("min_gram", 1);
                    var max = settings.getAsInt("max_gram", 2);
                    var inToken = tokenChars(settings);
                    return TokenizerFactory.newFactory(name, () -> new EdgeNGramTokenizer(min, max) {
                        @Override
                        protected boolean isTokenChar(int c) {
                            return inToken.test(c);
                        }
                    });
                },
                "ngram",
                (index, environment, name, settings) -> {
                    var min = settings.getAsInt("min_gram", 1);
                    var max = settings.getAsInt("max_gram", 2);
                    NGrams.checkDifference(index, min, max);
                    var inToken = tokenChars(settings);
                    return TokenizerFactory.newFactory(name, () -> new NGramTokenizer(min, max) {
                        @Override
                        protected boolean isTokenChar(int c) {
                            return inToken.test(c);
                        }
                    });
                });
    }

    /** Without {@code token_chars} every character belongs to the token. */
    private static IntPredicate tokenChars(Settings settings) {
        List<String> classes = settings.getAsList("token_chars");
        return classes.stream()
                .map(Tokenizers::tokenChar)
                .reduce(IntPredicate::or)
                .orElse(c -> true);
    }

    private static IntPredicate tokenChar(String characterClass) {
        return switch (characterClass) {
            case "letter" -> Character::isLetter;
            case "digit" -> Character::isDigit;
            case "whitespace" -> Character::isWhitespace;
            default -> throw new IllegalArgumentException("The local node has no token_chars [" + characterClass + "]");
        };
    }
}
