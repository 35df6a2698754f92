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
 * A second opinion: what the labelled articles were about that are most like a text, by the {@link TermLikeness} of their
 * words. The nearest vote, the nearer the louder (Cover and Hart 1967; Dudani 1976). Unlike a linear classifier this sees
 * that a topic may look like several different things. {@code TopicTraining} makes the file. Thread-safe.
 */
final class TopicNeighbours {
    private static final String RESOURCE = "/topics/neighbours.bin.gz";
    private static final int VOTERS = 60;
    /** How much louder the nearer of two votes, by the cosine of the angle between the articles' points. */
    private static final double SHARPNESS = 12;

    private static final double USUAL_COSINE = 0.3;
    /** Votes for nothing at all, so that few that are far away do not decide. */
    private static final double SILENT = 1.8;

    /**
     * A labelled article.
     *
     * @param point of length 127
     * @param topics its labels
     */
    record Example(byte[] point, List<String> topics) {
        static Example of(float[] point, List<String> topics) {
            byte[] rounded = new byte[point.length];
            for (int i = 0; i < rounded.length; i++) {
                rounded[i] = (byte) Math.round(point[i] * Byte.MAX_VALUE);
            }
            return new Example(rounded, topics);
        }
    }

    private final List<Example> examples;

    TopicNeighbours(List<Example> examples) {
        this.examples = List.copyOf(examples);
    }

    static TopicNeighbours load() {
        try (InputStream raw = TopicNeighbours.class.getResourceAsStream(RESOURCE)) {
            if (raw == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            return read(raw);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TopicNeighbours read(InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(new GZIPInputStream(from, 1 << 16));
        Example[] examples = new Example[in.readInt()];
        int size = in.readInt();
        for (int i = 0; i < examples.length; i++) {
            byte[] point = in.readNBytes(size);
            examples[i] = new Example(point, List.of(in.readUTF().split(" ")));
        }
        return new TopicNeighbours(List.of(examples));
    }

    void write(OutputStream to) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(to))) {
            out.writeInt(examples.size());
            out.writeInt(examples.getFirst().point().length);
            for (Example example : examples) {
                out.write(example.point());
                out.writeUTF(String.join(" ", example.topics()));
            }
        }
    }

    /** For each topic that any of the nearest has, their share of the votes, from 0 to 1. */
    Map<String, Double> shares(float[] point) {
        double[] cosines = new double[examples.size()];
        for (int e = 0; e < cosines.length; e++) {
            byte[] other = examples.get(e).point();
            float sum = 0;
            for (int i = 0; i < other.length; i++) {
                sum += point[i] * other[i];
            }
            cosines[e] = sum / Byte.MAX_VALUE;
        }
        Map<String, Double> votes = new HashMap<>();
        double all = SILENT;
        double[] sorted = cosines.clone();
        Arrays.sort(sorted);
        double farthest = sorted[Math.max(0, sorted.length - VOTERS)];
        for (int e = 0; e < cosines.length; e++) {
            if (cosines[e] >= farthest) {
                double vote = Math.exp(SHARPNESS * (cosines[e] - USUAL_COSINE));
                all += vote;
                examples.get(e).topics().forEach(topic -> votes.merge(topic, vote, Double::sum));
            }
        }
        double sum = all;
        votes.replaceAll((topic, vote) -> vote / sum);
        return votes;
    }
}
