package dateline.enrich.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@link TermLikeness}: the main directions in which word vectors differ, each made equally wide, the point of each
 * narrower term that the lexicon knows, and how near to it texts are as a rule.
 */
final class TermLikenessTraining {
    private static final int DIRECTIONS = 48;
    private static final int SWEEPS = 12;

    private final WordVectors vectors;
    private final TopicTree tree;
    private final TermTexts texts;
    /** Direction by direction the weights of a word vector's numbers. */
    private final float[][] directions;

    TermLikenessTraining(WordVectors vectors, TopicTree tree, TermTexts texts) {
        this.vectors = vectors;
        this.tree = tree;
        this.texts = texts;
        this.directions = directions(vectors.vectors());
    }

    /** Labels do not matter, so these articles may be those that are measured with. */
    TermLikeness train(List<Labelled> articles) {
        List<float[]> read = articles.stream()
                .filter(a -> "en".equals(a.text().language()))
                .map(a -> point(a.text()))
                .toList();
        float[] centre = mean(read);
        read.forEach(text -> shift(text, centre));
        List<String> ids = new ArrayList<>();
        List<float[]> points = new ArrayList<>();
        texts.words().forEach((id, words) -> {
            if (tree.path(id).size() > 1) {
                ids.add(id);
                points.add(sum(point(words), texts.definitions().get(id)));
            }
        });
        float[] middle = mean(points);
        List<TermLikeness.Term> terms = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            float[] point = points.get(i);
            shift(point, middle);
            double[] near = read.stream()
                    .mapToDouble(text -> TermLikeness.dot(text, point))
                    .toArray();
            double mean = Arrays.stream(near).average().orElse(0);
            double variance = Arrays.stream(near)
                    .map(d -> (d - mean) * (d - mean))
                    .average()
                    .orElse(0);
            terms.add(new TermLikeness.Term(
                    ids.get(i), tree.path(ids.get(i)).getFirst(), point, (float) mean, (float) Math.sqrt(variance)));
        }
        return new TermLikeness(words(), centre, terms);
    }

    private float[] sum(float[] words, @Nullable TopicText definition) {
        if (definition != null) {
            float[] defined = point(definition);
            for (int i = 0; i < DIRECTIONS; i++) {
                words[i] += defined[i];
            }
        }
        TermLikeness.scale(words);
        return words;
    }

    private static void shift(float[] point, float[] origin) {
        for (int i = 0; i < DIRECTIONS; i++) {
            point[i] -= origin[i];
        }
        TermLikeness.scale(point);
    }

    private static float[] mean(List<float[]> points) {
        float[] mean = new float[DIRECTIONS];
        points.forEach(point -> IntStream.range(0, DIRECTIONS).forEach(i -> mean[i] += point[i] / points.size()));
        return mean;
    }

    private float[] point(TopicText text) {
        float[] point = project(vectors.of(text));
        TermLikeness.scale(point);
        return point;
    }

    private float[] project(float[] vector) {
        float[] point = new float[DIRECTIONS];
        for (int d = 0; d < DIRECTIONS; d++) {
            for (int i = 0; i < WordVectors.SIZE; i++) {
                point[d] += directions[d][i] * vector[i];
            }
        }
        return point;
    }

    private byte[] words() {
        List<float[]> points =
                Arrays.stream(vectors.vectors()).map(this::project).toList();
        float most = 0;
        for (float[] point : points) {
            for (float f : point) {
                most = Math.max(most, Math.abs(f));
            }
        }
        byte[] words = new byte[points.size() * DIRECTIONS];
        for (int w = 0; w < points.size(); w++) {
            for (int d = 0; d < DIRECTIONS; d++) {
                words[w * DIRECTIONS + d] = (byte) Math.round(points.get(w)[d] * Byte.MAX_VALUE / most);
            }
        }
        return words;
    }

    /** Principal components by Jacobi's method; each is divided by its width. */
    private static float[][] directions(float[][] vectors) {
        int size = WordVectors.SIZE;
        double[][] a = new double[size][size];
        for (float[] vector : vectors) {
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    a[i][j] += (double) vector[i] * vector[j] / vectors.length;
                }
            }
        }
        double[][] turned = new double[size][size];
        for (int i = 0; i < size; i++) {
            turned[i][i] = 1;
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int p = 0; p < size; p++) {
                for (int q = p + 1; q < size; q++) {
                    double angle = Math.atan2(2 * a[p][q], a[q][q] - a[p][p]) / 2;
                    double cos = Math.cos(angle);
                    double sin = Math.sin(angle);
                    for (int k = 0; k < size; k++) {
                        double kp = a[k][p];
                        a[k][p] = cos * kp - sin * a[k][q];
                        a[k][q] = sin * kp + cos * a[k][q];
                        double vp = turned[k][p];
                        turned[k][p] = cos * vp - sin * turned[k][q];
                        turned[k][q] = sin * vp + cos * turned[k][q];
                    }
                    for (int k = 0; k < size; k++) {
                        double pk = a[p][k];
                        a[p][k] = cos * pk - sin * a[q][k];
                        a[q][k] = sin * pk + cos * a[q][k];
                    }
                }
            }
        }
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -a[i][i]))
                .mapToInt(i -> i)
                .toArray();
        float[][] directions = new float[DIRECTIONS][size];
        for (int d = 0; d < DIRECTIONS; d++) {
            for (int i = 0; i < size; i++) {
                directions[d][i] = (float) (turned[i][order[d]] / Math.sqrt(a[order[d]][order[d]]));
            }
        }
        return directions;
    }
}
