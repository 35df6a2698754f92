package dateline.enrich.tagger;

import dateline.enrich.token.Tokens;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Tags names in English text, known or not: a greedy tagger over BILOU labels with weights learned by an averaged
 * perceptron (Collins, "Discriminative Training Methods for Hidden Markov Models", EMNLP 2002). Thread-safe.
 * {@code docs/models/tagger.md} says what it was trained on and what it scores.
 */
public final class StatisticalTagger implements NameTagger {
    /** Margin at which a label is as likely right as wrong plus half; measured on the development set. */
    private static final double MARGIN_SCALE = 5 * TaggerModel.STEP;

    private final Lexica lexica;
    private final TaggerModel model;

    StatisticalTagger(Lexica lexica, TaggerModel model) {
        this.lexica = lexica;
        this.model = model;
    }

    /** The tagger with the model that Dateline brings along. */
    public static StatisticalTagger load() {
        try (DataInputStream lexica = open("/tagger/lexica.bin.gz");
                DataInputStream model = open("/tagger/english.bin.gz")) {
            return new StatisticalTagger(Lexica.read(lexica), TaggerModel.read(model));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the tagger's model", e);
        }
    }

    static DataInputStream open(String resource) throws IOException {
        InputStream in = StatisticalTagger.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IOException(resource + " is not on the class path");
        }
        return new DataInputStream(new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16));
    }

    @Override
    public boolean reads(String language) {
        return language.equals("en");
    }

    @Override
    public List<TaggedSpan> tag(Tokens tokens) {
        Features features = new Features(tokens, lexica, model.rowBits);
        List<TaggedSpan> spans = new ArrayList<>();
        int[] scores = new int[TaggerModel.WIDTH];
        for (int s = 0; s < tokens.sentenceCount(); s++) {
            sentence(features, tokens.sentenceStart(s), tokens.sentenceEnd(s), scores, spans);
        }
        return spans;
    }

    private void sentence(Features features, int start, int end, int[] scores, List<TaggedSpan> spans) {
        int style = features.style(start, end);
        int before = Labels.OUTSIDE;
        int before2 = Labels.OUTSIDE;
        int from = start;
        int margin = Integer.MAX_VALUE;
        for (int i = start; i < end; i++) {
            features.fill(i, start, end, style, before, before2);
            model.score(features, scores);
            int label = best(scores, before, i == end - 1);
            features.remember(i, label);
            if (label != Labels.OUTSIDE) {
                int position = Labels.position(label);
                if (position == Labels.BEGIN || position == Labels.UNIT) {
                    from = i;
                    margin = Integer.MAX_VALUE;
                }
                margin = Math.min(margin, scores[label] - second(scores, label));
                if (position == Labels.LAST || position == Labels.UNIT) {
                    double confidence = 1 / (1 + Math.exp(-margin / MARGIN_SCALE));
                    spans.add(new TaggedSpan(from, i + 1, Labels.TYPES[Labels.type(label)], confidence));
                }
            }
            before2 = before;
            before = label;
        }
    }

    static int best(int[] scores, int before, boolean last) {
        int best = -1;
        for (int label = 0; label < Labels.COUNT; label++) {
            if (Labels.mayFollow(before, label)
                    && !(last && Labels.isOpen(label))
                    && (best < 0 || scores[label] > scores[best])) {
                best = label;
            }
        }
        return Math.max(best, 0);
    }

    /** The best score of another type, or of none. */
    private static int second(int[] scores, int label) {
        int second = scores[Labels.OUTSIDE];
        for (int other = 1; other < Labels.COUNT; other++) {
            if (Labels.type(other) != Labels.type(label) && scores[other] > second) {
                second = scores[other];
            }
        }
        return second;
    }
}
