package dateline.enrich.tagger;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dateline.enrich.token.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A transformer that labels tokens, run by ONNX Runtime: BERT and its relatives with a WordPiece vocabulary. A long text
 * is read in windows that overlap by half, and a token is believed where it has most text on both sides. A token's first
 * piece speaks for it. Thread-safe.
 */
final class OnnxTagger implements NameTagger, AutoCloseable {
    private static final int SMALLEST_WINDOW = 8;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final WordPieces pieces;
    private final OnnxLabels labels;
    private final Set<String> languages;
    private final int window;

    private OnnxTagger(OnnxProperties properties, Path model, Path vocabulary) throws IOException, OrtException {
        if (properties.window() < SMALLEST_WINDOW) {
            throw new IllegalArgumentException(
                    "dateline.enrich.tagger.onnx.window must be at least " + SMALLEST_WINDOW);
        }
        pieces = WordPieces.read(vocabulary, properties.lowerCase());
        labels = new OnnxLabels(properties.labels());
        languages = Set.copyOf(properties.languages());
        window = properties.window();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(properties.threads());
            session = environment.createSession(model.toString(), options);
        }
    }

    /**
     * Loads model and vocabulary.
     *
     * @throws IllegalStateException if one of them is missing or not what it should be
     */
    static OnnxTagger load(OnnxProperties properties) {
        Path model = properties.model();
        Path vocabulary = properties.vocabulary();
        if (model == null || vocabulary == null) {
            throw new IllegalStateException(
                    "dateline.enrich.tagger.onnx needs both a model and a vocabulary, its vocab.txt");
        }
        try {
            return new OnnxTagger(properties, model, vocabulary);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + vocabulary, e);
        } catch (OrtException e) {
            throw new IllegalStateException("cannot load the tagger " + model + ": " + e.getMessage(), e);
        }
    }

    @Override
    public boolean reads(String language) {
        return languages.contains(language);
    }

    @Override
    public List<TaggedSpan> tag(Tokens tokens) {
        int[] firstPiece = new int[tokens.size()];
        PieceList list = new PieceList();
        for (int i = 0; i < tokens.size(); i++) {
            firstPiece[i] = list.size;
            pieces.cut(tokens.surface(i), list::add);
        }
        int[] best = new int[tokens.size()];
        float[] probability = new float[tokens.size()];
        int inner = window - 2;
        int step = list.size <= inner ? inner : inner / 2;
        int token = 0;
        for (int from = 0; token < tokens.size(); from += step) {
            int to = Math.min(list.size, from + inner);
            // Up to here this window has more behind a token than the next one has before it.
            int sure = to == list.size ? to : from + inner * 3 / 4;
            float[][] scores = run(list.ids, from, to);
            while (token < tokens.size() && firstPiece[token] < sure) {
                choose(scores[firstPiece[token] - from + 1], token, best, probability);
                token++;
            }
        }
        return labels.spans(best, probability);
    }

    private void choose(float[] scores, int token, int[] best, float[] probability) {
        if (scores.length != labels.count()) {
            throw new IllegalStateException("the model gives " + scores.length
                    + " scores a token, but dateline.enrich.tagger.onnx.labels names " + labels.count());
        }
        int top = 0;
        for (int i = 1; i < scores.length; i++) {
            if (scores[i] > scores[top]) {
                top = i;
            }
        }
        double sum = 0;
        for (float score : scores) {
            sum += Math.exp(score - scores[top]);
        }
        best[token] = top;
        probability[token] = (float) (1 / sum);
    }

    private float[][] run(int[] ids, int from, int to) {
        int length = to - from + 2;
        long[] input = new long[length];
        input[0] = pieces.begin;
        for (int i = from; i < to; i++) {
            input[i - from + 1] = ids[i];
        }
        input[length - 1] = pieces.end;
        long[] ones = new long[length];
        Arrays.fill(ones, 1);
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            for (String name : session.getInputNames()) {
                long[] values = switch (name) {
                    case "input_ids" -> input;
                    case "attention_mask" -> ones;
                    case "token_type_ids" -> new long[length];
                    default ->
                        throw new IllegalStateException(
                                "the model wants " + name + "; known are input_ids, attention_mask and token_type_ids");
                };
                inputs.put(name, OnnxTensor.createTensor(environment, LongBuffer.wrap(values), new long[] {1, length}));
            }
            try (OrtSession.Result result = session.run(inputs)) {
                return ((float[][][]) result.get(0).getValue())[0];
            }
        } catch (OrtException e) {
            throw new IllegalStateException("the tagger failed: " + e.getMessage(), e);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }

    /** A list of numbers. */
    private static final class PieceList {
        private int[] ids = new int[256];
        private int size;

        void add(int id) {
            if (size == ids.length) {
                ids = Arrays.copyOf(ids, size * 2);
            }
            ids[size++] = id;
        }
    }
}
