package dateline.enrich.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Fits {@link TextTopics}: a logistic regression for each top term over the mean word vector of a text and, at the same
 * time, over its words themselves, so that a word can mean more here than words that are used alike elsewhere. Learns
 * from labelled articles, from the definitions of the media topics and from the lexicon's rows taken for texts.
 */
final class TextTopicsTraining {
    private static final double OF_A_DEFINITION = 0.2;
    private static final int STEPS = 250;
    private static final double RATE = 4;
    private static final double RIDGE = 1e-4;
    private static final double MOST_WEIGHT = 8;

    /** How easily a word comes to mean more than its vector says. */
    private static final float OF_WORDS = 6;

    /**
     * A text.
     *
     * @param words ranks of its words
     * @param shares how much each counts in it, all together {@link #OF_WORDS}
     */
    private record Example(float[] vector, int[] words, float[] shares, Set<String> topics, double weight) {}

    private final WordVectors vectors;
    private final TopicTree tree;
    private final List<String> tops;
    private final List<Example> general = new ArrayList<>();

    TextTopicsTraining(WordVectors vectors, TopicTree tree, TermTexts texts) {
        this.vectors = vectors;
        this.tree = tree;
        this.tops = tree.terms().stream()
                .filter(term -> term.parent() == null)
                .map(TopicTree.Term::id)
                .sorted()
                .toList();
        Stream.of(texts.definitions(), texts.words())
                .forEach(part -> part.forEach((id, text) ->
                        general.add(example(text, Set.of(tree.path(id).getFirst()), OF_A_DEFINITION))));
    }

    private Example example(TopicText text, Set<String> topics, double weight) {
        Map<Integer, Double> counted =
                TextTopics.counted(TopicWords.of(text.title()), TopicWords.of(text.body()), vectors.ranks());
        double all = counted.values().stream().mapToDouble(d -> d).sum();
        int[] words = counted.keySet().stream().mapToInt(rank -> rank).sorted().toArray();
        float[] shares = new float[words.length];
        for (int i = 0; i < words.length; i++) {
            shares[i] = (float) (OF_WORDS * Objects.requireNonNull(counted.get(words[i])) / all);
        }
        return new Example(vectors.of(text), words, shares, topics, weight);
    }

    /** The classifier that these articles teach. */
    TextTopics train(List<Labelled> articles) {
        List<Example> examples = new ArrayList<>(general);
        articles.stream()
                .filter(a -> "en".equals(a.text().language()))
                .forEach(a -> examples.add(example(a.text(), a.goldAndAbove(tree), 1)));
        double[][] all = new double[tops.size()][];
        for (int t = 0; t < tops.size(); t++) {
            all[t] = fit(examples, tops.get(t));
        }
        double most = 0;
        double[][] words = new double[vectors.words().size()][tops.size()];
        for (int w = 0; w < words.length; w++) {
            for (int t = 0; t < tops.size(); t++) {
                words[w][t] = OF_WORDS * all[t][WordVectors.SIZE + 1 + w];
                for (int i = 0; i < WordVectors.SIZE; i++) {
                    words[w][t] += all[t][i] * vectors.vectors()[w][i];
                }
                most = Math.max(most, Math.abs(words[w][t]));
            }
        }
        double scale = most / Byte.MAX_VALUE;
        byte[] weights = new byte[words.length * tops.size()];
        double[] bias = new double[tops.size()];
        for (int t = 0; t < tops.size(); t++) {
            bias[t] = all[t][WordVectors.SIZE];
            for (int w = 0; w < words.length; w++) {
                weights[w * tops.size() + t] = (byte) Math.round(words[w][t] / scale);
            }
        }
        return new TextTopics(tops, vectors.words(), weights, bias, scale);
    }

    /** Gradient descent with momentum; rare topics count more, up to a bound. */
    private double[] fit(List<Example> examples, String topic) {
        int dense = WordVectors.SIZE + 1;
        int size = dense + vectors.words().size();
        double positive = examples.stream()
                .filter(e -> e.topics().contains(topic))
                .mapToDouble(Example::weight)
                .sum();
        double total = examples.stream().mapToDouble(Example::weight).sum();
        double boost = Math.min(MOST_WEIGHT, Math.sqrt((total - positive) / Math.max(1, positive)));
        double sum = total - positive + boost * positive;
        double[] weights = new double[size];
        double[] velocity = new double[size];
        double[] gradient = new double[size];
        for (int step = 0; step < STEPS; step++) {
            Arrays.fill(gradient, 0);
            for (Example example : examples) {
                double score = 0;
                for (int i = 0; i < dense; i++) {
                    score += weights[i] * example.vector()[i];
                }
                for (int i = 0; i < example.words().length; i++) {
                    score += weights[dense + example.words()[i]] * example.shares()[i];
                }
                boolean is = example.topics().contains(topic);
                double error = (1 / (1 + Math.exp(-score)) - (is ? 1 : 0)) * example.weight() * (is ? boost : 1) / sum;
                for (int i = 0; i < dense; i++) {
                    gradient[i] += error * example.vector()[i];
                }
                for (int i = 0; i < example.words().length; i++) {
                    gradient[dense + example.words()[i]] += error * example.shares()[i];
                }
            }
            for (int i = 0; i < size; i++) {
                velocity[i] = 0.9 * velocity[i] - RATE / 10 * (gradient[i] + (i == dense - 1 ? 0 : RIDGE * weights[i]));
                weights[i] += velocity[i];
            }
        }
        return weights;
    }
}
