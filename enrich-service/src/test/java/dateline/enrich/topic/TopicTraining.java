package dateline.enrich.topic;

import dateline.newsroom.SampleArticle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Fits {@code topics/model.tsv} to the newsroom's training half, and prints what it scores there and, cross-validated by
 * story, on stories it has not seen. Deterministic. Run as a test; it writes the file below the module's folder.
 */
class TopicTraining {
    private static final int FOLDS = 5;
    private static final int STEPS = 4_000;
    private static final double RATE = 0.5;
    private static final double RIDGE = 2e-3;

    private record Example(double[] features, boolean right) {}

    @Test
    void fit() throws IOException {
        List<Labelled> all = Labelled.load(SampleArticle.Split.TRAIN);
        for (double sureTop : new double[] {0.35, 0.4, 0.45, 0.5}) {
            for (double sureNarrow : new double[] {0.4, 0.5, 0.6, 0.7}) {
                String table = crossValidated(all, sureTop, sureNarrow).table();
                System.out.printf("top %.2f narrow %.2f %s%n", sureTop, sureNarrow, lastTwo(table));
            }
        }
        System.out.print(crossValidated(all, TopicTagger.SURE_TOP, TopicTagger.SURE_NARROW)
                .table());
        TopicModel model = train(all);
        System.out.print("fitted and measured on the same half:\n"
                + TopicScore.of(new TopicTagger(model, TopicTagger.SURE_TOP, TopicTagger.SURE_NARROW), all)
                        .table());
        Files.writeString(Path.of("src/main/resources/topics/model.tsv"), file(model));
    }

    private static String lastTwo(String table) {
        String[] lines = table.split("\n");
        return lines[lines.length - 2] + " | " + lines[lines.length - 1];
    }

    private static TopicScore crossValidated(List<Labelled> all, double sureTop, double sureNarrow) {
        TopicScore score = new TopicScore(TopicTree.load());
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            UnaryOperator<List<Labelled>> seen =
                    list -> list.stream().filter(a -> fold(a) != held).toList();
            TopicTagger tagger = new TopicTagger(train(seen.apply(all)), sureTop, sureNarrow);
            all.stream().filter(a -> fold(a) == held).forEach(a -> score.add(a, tagger.tag(a.text())));
        }
        return score;
    }

    private static int fold(Labelled article) {
        return Math.floorMod(article.story().hashCode(), FOLDS);
    }

    private static TopicModel train(List<Labelled> articles) {
        TopicModel none = new TopicModel(new double[TopicModel.TOP.size()], new double[TopicModel.NARROW.size()]);
        TopicTagger plain = new TopicTagger(none, 0, 0);
        List<Example> tops = new ArrayList<>();
        for (Labelled article : articles) {
            Set<String> above = article.goldAndAbove(plain.tree());
            plain.tops(plain.evidence(article.text()))
                    .forEach(c -> tops.add(new Example(c.features(), above.contains(c.id()))));
        }
        double[] top = fit(tops, TopicModel.TOP.size());
        TopicTagger half = new TopicTagger(new TopicModel(top, new double[TopicModel.NARROW.size()]), 0, 0);
        List<Example> narrow = new ArrayList<>();
        for (Labelled article : articles) {
            TopicEvidence evidence = half.evidence(article.text());
            half.narrow(evidence, half.tops(evidence))
                    .forEach(c ->
                            narrow.add(new Example(c.features(), article.gold().contains(c.id()))));
        }
        return new TopicModel(top, fit(narrow, TopicModel.NARROW.size()));
    }

    /** Logistic regression by gradient descent with momentum; small ridge. */
    private static double[] fit(List<Example> examples, int size) {
        double[] weights = new double[size];
        double[] velocity = new double[size];
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = new double[size];
            for (Example example : examples) {
                double sum = 0;
                for (int i = 0; i < size; i++) {
                    sum += weights[i] * example.features()[i];
                }
                double error = 1 / (1 + Math.exp(-sum)) - (example.right() ? 1 : 0);
                for (int i = 0; i < size; i++) {
                    gradient[i] += error * example.features()[i];
                }
            }
            for (int i = 0; i < size; i++) {
                double slope = gradient[i] / examples.size() + (i == 0 ? 0 : RIDGE * weights[i]);
                velocity[i] = 0.9 * velocity[i] - RATE / 10 * slope;
                weights[i] += velocity[i];
            }
        }
        return weights;
    }

    private static String file(TopicModel model) {
        StringBuilder file = new StringBuilder("# Fitted by TopicTraining: regression, feature, weight.\n");
        for (int i = 0; i < TopicModel.TOP.size(); i++) {
            file.append("top\t%s\t%.5f%n".formatted(TopicModel.TOP.get(i), model.weights(true)[i]));
        }
        for (int i = 0; i < TopicModel.NARROW.size(); i++) {
            file.append("narrow\t%s\t%.5f%n".formatted(TopicModel.NARROW.get(i), model.weights(false)[i]));
        }
        return file.toString();
    }
}
