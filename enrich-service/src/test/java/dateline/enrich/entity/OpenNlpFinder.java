package dateline.enrich.entity;

import dateline.enrich.tagger.LabelledText;
import dateline.enrich.token.Tokenizer;
import dateline.enrich.token.Tokens;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.Span;
import opennlp.tools.util.TrainingParameters;

/**
 * OpenNLP's name finder with its default features, trained on the spot from WikiGold (CC BY 4.0), to compare speed with:
 * how fast it is depends on features and labels, hardly on what it was trained on.
 */
final class OpenNlpFinder {
    private static final int ITERATIONS = 30;

    private final NameFinderME finder;

    private OpenNlpFinder(NameFinderME finder) {
        this.finder = finder;
    }

    static OpenNlpFinder train(Path wikigold, int documents) throws IOException {
        List<NameSample> samples = new ArrayList<>();
        for (LabelledText text : LabelledText.readColumns(wikigold, -1, 50).stream()
                .limit(documents)
                .toList()) {
            Tokens tokens = new Tokenizer().tokenize(text.text());
            for (int s = 0; s < tokens.sentenceCount(); s++) {
                samples.add(sample(text, tokens, s));
            }
        }
        TrainingParameters parameters = TrainingParameters.defaultParams();
        parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
        return new OpenNlpFinder(new NameFinderME(NameFinderME.train(
                "en", null, ObjectStreamUtils.createObjectStream(samples), parameters, new TokenNameFinderFactory())));
    }

    private static NameSample sample(LabelledText text, Tokens tokens, int sentence) {
        int start = tokens.sentenceStart(sentence);
        int end = tokens.sentenceEnd(sentence);
        List<Span> names = new ArrayList<>();
        for (LabelledText.Span span : text.spans()) {
            int from = start;
            while (from < end && tokens.end(from) <= span.start()) {
                from++;
            }
            int to = from;
            while (to < end && tokens.start(to) < span.end()) {
                to++;
            }
            boolean free = names.isEmpty() || names.getLast().getEnd() <= from - start;
            if (from < to && free) {
                names.add(new Span(from - start, to - start, span.type().name()));
            }
        }
        return new NameSample(words(tokens, start, end), names.toArray(Span[]::new), sentence == 0);
    }

    private static String[] words(Tokens tokens, int start, int end) {
        String[] words = new String[end - start];
        for (int i = start; i < end; i++) {
            words[i - start] = tokens.surface(i);
        }
        return words;
    }

    /** A text's sentences as OpenNLP takes them. */
    static List<String[]> sentences(Tokens tokens) {
        List<String[]> sentences = new ArrayList<>();
        for (int s = 0; s < tokens.sentenceCount(); s++) {
            sentences.add(words(tokens, tokens.sentenceStart(s), tokens.sentenceEnd(s)));
        }
        return sentences;
    }

    /** Number of names in a text. */
    int find(List<String[]> sentences) {
        finder.clearAdaptiveData();
        int found = 0;
        for (String[] sentence : sentences) {
            found += finder.find(sentence).length;
        }
        return found;
    }
}
