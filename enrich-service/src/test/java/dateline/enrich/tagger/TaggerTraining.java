package dateline.enrich.tagger;

import dateline.enrich.token.Tokenizer;
import dateline.enrich.token.Tokens;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Trains the tagger: {@code java -Xmx3g -cp <classes>:<test classes> dateline.enrich.tagger.TaggerTraining OUTPUT EPOCHS
 * DIRECTORY...}, with directories of {@code *.txt} and {@code *.ann} files as {@link SilverLabels} writes them, or files
 * of one token a line.
 */
public final class TaggerTraining {
    private static final int ROW_BITS = Integer.getInteger("rowBits", 18);
    private static final int WIDTH = TaggerModel.WIDTH;
    /** Sentences of a long text that are one document to the tagger. */
    private static final int CHUNK = 6_000;

    private record Example(LabelledText text, Tokens tokens, int[] labels) {}

    private final Tokenizer tokenizer = new Tokenizer();
    private final Lexica lexica;
    private final float[] weights = new float[(1 << ROW_BITS) * WIDTH];
    private final double[] sums = new double[(1 << ROW_BITS) * WIDTH];
    private final int[] changed = new int[(1 << ROW_BITS) * WIDTH];
    private int step;

    private TaggerTraining(Lexica lexica) {
        this.lexica = lexica;
    }

    public static void main(String[] args) throws IOException {
        Lexica lexica;
        try (var in = StatisticalTagger.open("/tagger/lexica.bin.gz")) {
            lexica = Lexica.read(in);
        }
        TaggerTraining training = new TaggerTraining(lexica);
        List<Example> examples = new ArrayList<>();
        for (int i = 2; i < args.length; i++) {
            int before = examples.size();
            training.read(Path.of(args[i]), examples);
            System.out.println(args[i] + ": " + (examples.size() - before) + " documents, "
                    + examples.subList(before, examples.size()).stream()
                            .mapToInt(e -> e.tokens().size())
                            .sum()
                    + " tokens");
        }
        training.train(examples, Integer.parseInt(args[1]));
        training.write(Path.of(args[0]));
    }

    private void read(Path path, List<Example> examples) throws IOException {
        List<LabelledText> texts = new ArrayList<>();
        if (Files.isDirectory(path)) {
            try (Stream<Path> files = Files.walk(path)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".txt"))
                        .sorted()
                        .toList()) {
                    if (Files.exists(
                            file.resolveSibling(file.getFileName().toString().replace(".txt", ".ann")))) {
                        texts.add(LabelledText.read(file));
                    }
                }
            }
        } else {
            texts.addAll(LabelledText.readColumns(path, -1, 20));
        }
        for (LabelledText text : texts) {
            for (LabelledText chunk : chunks(text)) {
                Tokens tokens = tokenizer.tokenize(chunk.text());
                examples.add(new Example(chunk, tokens, chunk.labels(tokens)));
            }
        }
    }

    /** A book is no document: what its first chapter says of a word means little in the last. */
    private static List<LabelledText> chunks(LabelledText text) {
        List<LabelledText> chunks = new ArrayList<>();
        int start = 0;
        while (start < text.text().length()) {
            int end = text.text().length() - start < CHUNK * 3 / 2
                    ? -1
                    : text.text().indexOf(". ", start + CHUNK);
            int to = end < 0 ? text.text().length() : end + 2;
            int from = start;
            chunks.add(new LabelledText(
                    text.source(),
                    text.text().substring(from, to),
                    text.spans().stream()
                            .filter(span -> span.start() >= from && span.end() <= to)
                            .map(span -> new LabelledText.Span(span.start() - from, span.end() - from, span.type()))
                            .toList()));
            start = to;
        }
        return chunks;
    }

    private void train(List<Example> examples, int epochs) {
        List<Example> order = new ArrayList<>(examples);
        Random random = new Random(1);
        for (int epoch = 1; epoch <= epochs; epoch++) {
            long started = System.nanoTime();
            Collections.shuffle(order, random);
            long wrong = 0;
            long all = 0;
            for (Example example : order) {
                wrong += learn(example);
                all += example.tokens().size();
            }
            System.out.printf(
                    "epoch %d: %.2f %% of %d tokens wrong, %.1f s%n",
                    epoch, 100.0 * wrong / all, all, (System.nanoTime() - started) / 1e9);
        }
    }

    private int learn(Example example) {
        Tokens tokens = example.tokens();
        Features features = new Features(tokens, lexica, ROW_BITS);
        int wrong = 0;
        float[] scores = new float[Labels.COUNT];
        for (int s = 0; s < tokens.sentenceCount(); s++) {
            int start = tokens.sentenceStart(s);
            int end = tokens.sentenceEnd(s);
            int style = features.style(start, end);
            int before = Labels.OUTSIDE;
            int before2 = Labels.OUTSIDE;
            for (int i = start; i < end; i++) {
                features.fill(i, start, end, style, before, before2);
                int label = best(features, scores, before, i == end - 1);
                int gold = example.labels()[i];
                step++;
                // Behind a mistake the right label may be out of reach; to pull towards it would never end.
                if (label != gold && Labels.mayFollow(before, gold)) {
                    update(features, gold, 1);
                    update(features, label, -1);
                }
                wrong += label == gold ? 0 : 1;
                features.remember(i, label);
                before2 = before;
                before = label;
            }
        }
        return wrong;
    }

    private int best(Features features, float[] scores, int before, boolean last) {
        java.util.Arrays.fill(scores, 0);
        for (int k = 0; k < features.count; k++) {
            int at = features.rows[k] * WIDTH;
            for (int label = 0; label < Labels.COUNT; label++) {
                scores[label] += weights[at + label];
            }
        }
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

    private void update(Features features, int label, int by) {
        for (int k = 0; k < features.count; k++) {
            int at = features.rows[k] * WIDTH + label;
            sums[at] += (double) weights[at] * (step - changed[at]);
            changed[at] = step;
            weights[at] += by;
        }
    }

    /** The averaged weights; what rounds to 0 is left out. */
    private void write(Path file) throws IOException {
        int rows = 1 << ROW_BITS;
        short[] rounded = new short[rows * WIDTH];
        int kept = 0;
        for (int row = 0; row < rows; row++) {
            boolean any = false;
            for (int label = 0; label < Labels.COUNT; label++) {
                int at = row * WIDTH + label;
                double average = (sums[at] + (double) weights[at] * (step - changed[at])) / step;
                rounded[at] = (short) Math.clamp(Math.round(average * TaggerModel.STEP), -32_000, 32_000);
                any |= rounded[at] != 0;
            }
            kept += any ? 1 : 0;
        }
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file))))) {
            out.writeByte(ROW_BITS);
            out.writeInt(kept);
            int last = -1;
            for (int row = 0; row < rows; row++) {
                last = writeRow(out, rounded, row, last);
            }
        }
        System.out.println(kept + " rows, " + Files.size(file) + " bytes");
    }

    private static int writeRow(DataOutputStream out, short[] rounded, int row, int last) throws IOException {
        int labels = 0;
        for (int label = 0; label < Labels.COUNT; label++) {
            labels |= rounded[row * WIDTH + label] != 0 ? 1 << label : 0;
        }
        if (labels == 0) {
            return last;
        }
        int distance = row - last;
        for (; distance >= 255; distance -= 255) {
            out.writeByte(255);
        }
        out.writeByte(distance);
        out.writeShort(labels);
        for (int label = 0; label < Labels.COUNT; label++) {
            int value = rounded[row * WIDTH + label];
            if (value != 0) {
                if (value > -128 && value < 128) {
                    out.writeByte(value);
                } else {
                    out.writeByte(-128);
                    out.writeShort(value);
                }
            }
        }
        return row;
    }
}
