package dateline.enrich.topic;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * How much the words of an English text are used like those that a narrower term is described with. Each word is a point
 * among the meanings of words; a text is the mean of its words, a term the mean of its definition's. So "walkout" brings a
 * text near the strikes, though neither definition nor lexicon may have it. {@code TopicTraining} makes the points.
 * Thread-safe.
 */
final class TermLikeness {
    private static final String RESOURCE = "/topics/terms.bin.gz";
    /** One odd word in a short text must not outweigh all else. */
    private static final double LEAST = -3;

    private static final double MOST = 4;

    /**
     * A narrower term.
     *
     * @param top the top term it is below
     * @param point of length 1
     * @param mean of the nearness of texts to it, whatever they are about
     * @param deviation of the same
     */
    record Term(String id, String top, float[] point, float mean, float deviation) {}

    private final byte[] words;
    private final float[] centre;
    private final List<Term> terms;
    private final Map<String, Integer> index = new HashMap<>();
    /** For each term, the number of its top term. */
    private final int[] tops;

    private final int topCount;

    /**
     * Takes what training made.
     *
     * @param words for each word, the most frequent first, its point
     * @param centre of texts, each scaled to length 1
     */
    TermLikeness(byte[] words, float[] centre, List<Term> terms) {
        this.words = words.clone();
        this.centre = centre.clone();
        this.terms = List.copyOf(terms);
        Map<String, Integer> numbers = new HashMap<>();
        tops = new int[terms.size()];
        for (int i = 0; i < terms.size(); i++) {
            index.put(terms.get(i).id(), i);
            tops[i] = numbers.computeIfAbsent(terms.get(i).top(), top -> numbers.size());
        }
        topCount = numbers.size();
    }

    static TermLikeness load() {
        try (InputStream raw = TermLikeness.class.getResourceAsStream(RESOURCE)) {
            if (raw == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            DataInputStream in = new DataInputStream(new GZIPInputStream(raw, 1 << 16));
            float[] centre = floats(in, in.readInt());
            Term[] terms = new Term[in.readInt()];
            for (int i = 0; i < terms.length; i++) {
                terms[i] =
                        new Term(in.readUTF(), in.readUTF(), floats(in, centre.length), in.readFloat(), in.readFloat());
            }
            return new TermLikeness(in.readNBytes(in.readInt() * centre.length), centre, List.of(terms));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static float[] floats(DataInputStream in, int count) throws IOException {
        float[] floats = new float[count];
        for (int i = 0; i < count; i++) {
            floats[i] = in.readFloat();
        }
        return floats;
    }

    void write(OutputStream to) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(to))) {
            out.writeInt(centre.length);
            write(centre, out);
            out.writeInt(terms.size());
            for (Term term : terms) {
                out.writeUTF(term.id());
                out.writeUTF(term.top());
                write(term.point(), out);
                out.writeFloat(term.mean());
                out.writeFloat(term.deviation());
            }
            out.writeInt(words.length / centre.length);
            out.write(words);
        }
    }

    private static void write(float[] floats, DataOutputStream out) throws IOException {
        for (float f : floats) {
            out.writeFloat(f);
        }
    }

    /** Reads a text by its words, as {@link TextTopics#counted} counts them. */
    Reading read(Map<Integer, Double> counted) {
        float[] text = new float[centre.length];
        counted.forEach((rank, count) -> {
            float weight = count.floatValue();
            int at = rank * text.length;
            for (int i = 0; i < text.length; i++) {
                text[i] += weight * words[at + i];
            }
        });
        scale(text);
        for (int i = 0; i < text.length; i++) {
            text[i] -= centre[i];
        }
        scale(text);
        double[] nearness = new double[terms.size()];
        double[] best = new double[topCount];
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        for (int t = 0; t < nearness.length; t++) {
            Term term = terms.get(t);
            nearness[t] = (dot(text, term.point()) - term.mean()) / term.deviation();
            best[tops[t]] = Math.max(best[tops[t]], nearness[t]);
        }
        return new Reading(text, nearness, best);
    }

    static float dot(float[] one, float[] other) {
        float sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    /** Gives it the length 1, if it has any. */
    static void scale(float[] vector) {
        float length = (float) Math.sqrt(dot(vector, vector)) + 1e-9f;
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
    }

    /** How near one text is to each term, in deviations from what texts are. */
    final class Reading {
        private final float[] point;
        private final double[] nearness;
        private final double[] best;

        private Reading(float[] point, double[] nearness, double[] best) {
            this.point = point;
            this.nearness = nearness;
            this.best = best;
        }

        /** Where the text lies, seen from the middle of all texts; of length 1. */
        float[] point() {
            return point.clone();
        }

        /** Zero for a term that nothing is known of. */
        double of(String term) {
            Integer at = index.get(term);
            return at == null ? 0 : Math.clamp(nearness[at], LEAST, MOST);
        }

        /** How much nearer another term of the same top term is, as a negative number; zero if none is. */
        double behindBest(String term) {
            Integer at = index.get(term);
            return at == null ? 0 : nearness[at] - best[tops[at]];
        }
    }
}
