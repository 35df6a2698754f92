package dateline.enrich.topic;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A linear classifier over all words of an English text, for what no lexicon thought of. Each word has a weight for each
 * top term; the text's score is their mean, in which common words count little (smooth inverse frequency, Arora, Liang and
 * Ma 2017). {@code TopicTraining} makes the weights out of word vectors, so that a word speaks for a topic as words do that
 * are used alike, even if no labelled article had it. Thread-safe.
 */
final class TextTopics {
    private static final String RESOURCE = "/topics/words.bin.gz";
    private static final double RARE = 1e-3;

    private final List<String> topics;
    private final Map<String, Integer> ranks;
    private final byte[] weights;
    private final double[] bias;
    private final double scale;

    /**
     * Takes what training made.
     *
     * @param topics the top terms, in the order of the weights
     * @param words the most frequent first
     * @param weights for each word one for each topic, in units of the scale
     * @param bias for each topic
     */
    TextTopics(List<String> topics, List<String> words, byte[] weights, double[] bias, double scale) {
        this.topics = List.copyOf(topics);
        this.ranks = HashMap.newHashMap(words.size());
        for (int rank = 0; rank < words.size(); rank++) {
            ranks.put(words.get(rank), rank);
        }
        this.weights = weights.clone();
        this.bias = bias.clone();
        this.scale = scale;
    }

    static TextTopics load() {
        try (InputStream raw = TextTopics.class.getResourceAsStream(RESOURCE)) {
            if (raw == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            DataInputStream in = new DataInputStream(new GZIPInputStream(raw, 1 << 16));
            String[] topics = new String[in.readInt()];
            double[] bias = new double[topics.length];
            for (int i = 0; i < topics.length; i++) {
                topics[i] = in.readUTF();
                bias[i] = in.readDouble();
            }
            double scale = in.readDouble();
            String[] words = new String[in.readInt()];
            for (int i = 0; i < words.length; i++) {
                words[i] = in.readUTF();
            }
            byte[] weights = in.readNBytes(words.length * topics.length);
            return new TextTopics(List.of(topics), List.of(words), weights, bias, scale);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(OutputStream to) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(to))) {
            out.writeInt(topics.size());
            for (int i = 0; i < topics.size(); i++) {
                out.writeUTF(topics.get(i));
                out.writeDouble(bias[i]);
            }
            out.writeDouble(scale);
            String[] words = new String[ranks.size()];
            ranks.forEach((word, rank) -> words[rank] = word);
            out.writeInt(words.length);
            for (String word : words) {
                out.writeUTF(word);
            }
            out.write(weights);
        }
    }

    /** How little a word counts that is this common: 1 for the rarest, near 0 for "the". By Zipf's law over ranks. */
    static double rarity(int rank, int words) {
        double share = 1 / (rank + 3.7) / Math.log(1.78 * words);
        return RARE / (RARE + share);
    }

    /** The words of a text that are known, by rank, with how much each counts. */
    static Map<Integer, Double> counted(TopicWords title, TopicWords body, Map<String, Integer> ranks) {
        Map<Integer, Double> counts = new HashMap<>();
        count(title, ranks, TopicEvidence.IN_TITLE, TopicEvidence.IN_TITLE, counts);
        count(body, ranks, TopicEvidence.IN_LEAD, 1, counts);
        counts.replaceAll((rank, count) -> rarity(rank, ranks.size()) * (1 + Math.log(count)));
        return counts;
    }

    private static void count(
            TopicWords words, Map<String, Integer> ranks, double first, double then, Map<Integer, Double> counts) {
        for (int i = 0; i < words.size(); i++) {
            Integer rank = ranks.get(words.word(i));
            if (rank != null) {
                counts.merge(rank, i < TopicEvidence.LEAD_WORDS ? first : then, Double::sum);
            }
        }
    }

    /** The words of a text that are known, by rank, with how much each counts. */
    Map<Integer, Double> counted(TopicWords title, TopicWords body) {
        return counted(title, body, ranks);
    }

    /** For each top term the log-odds that a text with these words is about it, as far as they tell. */
    Map<String, Double> logits(Map<Integer, Double> counted) {
        double[] sums = new double[topics.size()];
        double all = 1e-9;
        for (Map.Entry<Integer, Double> word : counted.entrySet()) {
            double count = word.getValue();
            all += count;
            int at = word.getKey() * topics.size();
            for (int i = 0; i < sums.length; i++) {
                sums[i] += count * weights[at + i];
            }
        }
        Map<String, Double> logits = HashMap.newHashMap(sums.length);
        for (int i = 0; i < sums.length; i++) {
            logits.put(topics.get(i), bias[i] + scale * sums[i] / all);
        }
        return logits;
    }
}
