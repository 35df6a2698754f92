package dateline.enrich.topic;

import dateline.newsroom.SampleArticle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Fits the files of {@code topics/} that are not written by hand to the newsroom's training half, our own articles
 * ({@link OwnArticles}) and Wikinews articles ({@link WikinewsArticles}), and prints what it scores, cross-validated by story, on stories it has not seen.
 * Deterministic. Run as a test; it writes the files below the module's folder.
 */
class TopicTraining {
    private static final int FOLDS = 5;
    private static final int STEPS = 3_000;
    private static final double RATE = 0.5;
    private static final double RIDGE = 2e-3;
    private static final double RIDGE_OF_NARROW = 5e-4;
    /** How many articles' worth of evidence the trust in a word begins with. */
    private static final double PRIOR = 3;

    private static final double OF_KNOWN_ARTICLES = 0.5;
    /** Confidence below which a top term is so rarely named that those below it teach nothing. */
    private static final double LIKELY = 0.15;
    /** Confidence from which on a narrower term that was wrong says something about that term. */
    private static final double SUSPECT = 0.2;
    /** How many articles a narrower term must have failed or served in to be half believed about itself. */
    private static final double TERM_PRIOR = 8;

    private static final String VECTORS = "dateline.vectors";

    private record Example(double[] features, boolean right, double weight) {}

    /** What speaks for a narrower term in an article of this part. */
    private record Narrow(String id, int part, Example example) {}

    private record Fitted(
            Map<String, Double> trust,
            TextTopics classifier,
            TermLikeness terms,
            TopicNeighbours neighbours,
            TopicModel model) {
        TopicTagger tagger(double sureTop, double sureNarrow) {
            return new TopicTagger(trust, classifier, terms, neighbours, model, sureTop, sureNarrow);
        }
    }

    private final TopicTree tree = TopicTree.load();
    private final TopicLexicon words = TopicLexicon.load(tree, Map.of());
    private final WordVectors vectors = WordVectors.read(Path.of(System.getProperty(VECTORS)));
    private final TermTexts termTexts = TermTexts.read(
            tree,
            Path.of(System.getProperty("dateline.definitions", "../../shared/eval/iptc/mediatopics-2023-en.json")));
    private final TextTopicsTraining texts = new TextTopicsTraining(vectors, tree, termTexts);

    @Test
    @EnabledIfSystemProperty(named = WikinewsArticles.FOLDER, matches = ".+")
    void fit() throws IOException {
        List<Labelled> newsroom = Labelled.load(SampleArticle.Split.TRAIN);
        List<Labelled> wikinews = WikinewsArticles.load(Path.of(System.getProperty(WikinewsArticles.FOLDER)));
        List<Labelled> own = OwnArticles.toLearnFrom();
        List<Labelled> all = new ArrayList<>(newsroom);
        all.addAll(own);
        all.addAll(wikinews);
        TermLikeness terms = new TermLikenessTraining(vectors, tree, termTexts).train(all);
        if (Boolean.parseBoolean(System.getProperty("dateline.crossValidate", "true"))) {
            crossValidate(Map.of("newsroom", newsroom, "own", own, "wikinews", wikinews), terms);
        }
        Fitted fitted = train(all, terms);
        Path folder = Path.of("src/main/resources/topics");
        Files.writeString(folder.resolve("model.tsv"), file(fitted.model()));
        fitted.classifier().write(Files.newOutputStream(folder.resolve("words.bin.gz")));
        terms.write(Files.newOutputStream(folder.resolve("terms.bin.gz")));
        fitted.neighbours().write(Files.newOutputStream(folder.resolve("neighbours.bin.gz")));
        StringBuilder trust = new StringBuilder(
                "# Counted by TopicTraining: topic, word, how far to trust that an article with it is about the top term.\n");
        new TreeMap<>(fitted.trust())
                .forEach((key, value) -> trust.append("%s\t%s\t%.3f%n"
                        .formatted(key.substring(0, key.indexOf(' ')), key.substring(key.indexOf(' ') + 1), value)));
        Files.writeString(folder.resolve("trust.tsv"), trust.toString());
    }

    private void crossValidate(Map<String, List<Labelled>> sources, TermLikeness terms) {
        List<Fitted> folds = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            folds.add(train(
                    sources.values().stream()
                            .flatMap(List::stream)
                            .filter(a -> fold(a) != held)
                            .toList(),
                    terms));
        }
        for (double sureTop : new double[] {0.2, 0.225, 0.25, 0.275, 0.3, 0.35, 0.4}) {
            sources.forEach((name, articles) -> System.out.printf(
                    "top %.2f %s %.4f%n",
                    sureTop, name, unseen(folds, articles, sureTop, 0.5).macroF1()));
        }
        for (double sureNarrow : new double[] {0.6, 0.65, 0.7, 0.75, 0.8}) {
            sources.forEach((name, articles) -> System.out.printf(
                    "narrow %.2f %s: %s%n",
                    sureNarrow,
                    name,
                    unseen(folds, articles, TopicTagger.SURE_TOP, sureNarrow)
                            .table()
                            .lines()
                            .reduce((first, last) -> last)
                            .orElse("")));
        }
        sources.forEach((name, articles) -> System.out.printf(
                "%s%n%s",
                name,
                unseen(folds, articles, TopicTagger.SURE_TOP, TopicTagger.SURE_NARROW)
                        .table()));
    }

    private TopicScore unseen(List<Fitted> folds, List<Labelled> articles, double sureTop, double sureNarrow) {
        TopicScore score = new TopicScore(tree);
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            TopicTagger tagger = folds.get(fold).tagger(sureTop, sureNarrow);
            articles.stream().filter(a -> fold(a) == held).forEach(a -> score.add(a, tagger.tag(a.text())));
        }
        return score;
    }

    private static int fold(Labelled article) {
        return Math.floorMod(article.story().hashCode(), FOLDS);
    }

    /** Of the articles that have a word, how many are about its top term; a few more that are as unseen words are. */
    private Map<String, Double> trust(List<Labelled> articles) {
        Map<String, int[]> counts = new HashMap<>();
        for (Labelled article : articles) {
            Set<String> gold = article.goldAndAbove(tree);
            Set<Integer> seen = new HashSet<>();
            for (String text : List.of(article.text().title(), article.text().body())) {
                TopicWords cut = TopicWords.of(text);
                for (int i = 0; i < cut.size(); i++) {
                    words.match(cut, i, article.text().language(), seen::add);
                }
            }
            for (int index : seen) {
                TopicLexicon.Entry entry = words.entry(index);
                boolean right = gold.contains(tree.path(entry.topic()).getFirst());
                int[] count = counts.computeIfAbsent(entry.topic() + ' ' + entry.text(), key -> new int[2]);
                count[right ? 0 : 1]++;
            }
        }
        Map<String, Double> trust = new HashMap<>();
        counts.forEach((key, count) ->
                trust.put(key, (count[0] + PRIOR * TopicLexicon.UNSEEN) / (count[0] + count[1] + PRIOR)));
        return trust;
    }

    private TopicNeighbours neighbours(List<Labelled> articles, TermLikeness terms) {
        return new TopicNeighbours(articles.stream()
                .filter(a -> "en".equals(a.text().language()))
                .map(a -> TopicNeighbours.Example.of(
                        terms.read(TextTopics.counted(
                                        TopicWords.of(a.text().title()),
                                        TopicWords.of(a.text().body()),
                                        vectors.ranks()))
                                .point(),
                        a.gold().stream().sorted().toList()))
                .toList());
    }

    private Fitted train(List<Labelled> articles, TermLikeness terms) {
        TopicModel none =
                new TopicModel(new double[TopicModel.TOP.size()], new double[TopicModel.NARROW.size()], Map.of());
        // Trust and classifier know the very article they learned from, so each part is read by what the others taught.
        List<Map<String, Double>> trust = new ArrayList<>();
        List<TextTopics> classifiers = new ArrayList<>();
        List<TopicNeighbours> neighbours = new ArrayList<>();
        for (int part = 0; part < FOLDS; part++) {
            int held = part;
            List<Labelled> others =
                    articles.stream().filter(a -> part(a) != held).toList();
            trust.add(trust(others));
            classifiers.add(texts.train(others));
            neighbours.add(neighbours(others, terms));
        }
        List<Example> tops = new ArrayList<>();
        for (Labelled article : articles) {
            int part = part(article);
            TopicTagger tagger =
                    new TopicTagger(trust.get(part), classifiers.get(part), terms, neighbours.get(part), none, 0, 0);
            Set<String> above = article.goldAndAbove(tree);
            tagger.tops(tagger.evidence(article.text()))
                    .forEach(c -> tops.add(new Example(c.features(), above.contains(c.id()), weight(article))));
        }
        double[] top = fit(tops, TopicModel.TOP.size(), RIDGE);
        TopicModel half = new TopicModel(top, new double[TopicModel.NARROW.size()], Map.of());
        List<Narrow> narrow = new ArrayList<>();
        articles.stream().filter(a -> a.narrowly(tree)).forEach(article -> {
            int part = part(article);
            TopicTagger tagger =
                    new TopicTagger(trust.get(part), classifiers.get(part), terms, neighbours.get(part), half, 0, 0);
            TopicEvidence evidence = tagger.evidence(article.text());
            List<TopicTagger.Candidate> likely = tagger.tops(evidence).stream()
                    .filter(c -> c.confidence() >= LIKELY)
                    .toList();
            tagger.narrow(evidence, likely)
                    .forEach(c -> narrow.add(new Narrow(
                            c.id(),
                            part,
                            new Example(c.features(), article.gold().contains(c.id()), weight(article)))));
        });
        return new Fitted(
                trust(articles), texts.train(articles), terms, neighbours(articles, terms), withNarrow(top, narrow));
    }

    /** Fits the regression for narrower terms, and how far each term is to be believed, counted in the other parts. */
    private static TopicModel withNarrow(double[] top, List<Narrow> narrow) {
        int size = TopicModel.NARROW.size();
        List<Example> examples = narrow.stream().map(Narrow::example).toList();
        TopicModel first = new TopicModel(top, fit(examples, size, RIDGE_OF_NARROW), Map.of());
        Map<String, double[][]> counts = new TreeMap<>();
        for (Narrow one : narrow) {
            double confidence = first.narrow(one.example().features());
            if (confidence >= SUSPECT) {
                double[] count = counts.computeIfAbsent(one.id(), id -> new double[FOLDS][2])[one.part()];
                count[0] += (one.example().right() ? 1 : 0) - confidence;
                count[1]++;
            }
        }
        for (Narrow one : narrow) {
            one.example().features()[size - 1] = believed(counts.get(one.id()), one.part());
        }
        Map<String, Double> terms = new HashMap<>();
        counts.forEach((id, count) -> terms.put(id, believed(count, FOLDS)));
        return new TopicModel(top, fit(examples, size, RIDGE_OF_NARROW), terms);
    }

    /** How much oftener a term was right than told, leaving out one part. */
    private static double believed(double @Nullable [][] counts, int without) {
        double right = 0;
        double all = TERM_PRIOR;
        for (int part = 0; counts != null && part < FOLDS; part++) {
            right += part == without ? 0 : counts[part][0];
            all += part == without ? 0 : counts[part][1];
        }
        return right / all;
    }

    private double weight(Labelled article) {
        return article.known() ? OF_KNOWN_ARTICLES : 1;
    }

    private static int part(Labelled article) {
        return Math.floorMod(article.story().hashCode() / 7, FOLDS);
    }

    /** Logistic regression by gradient descent with momentum; small ridge. */
    private static double[] fit(List<Example> examples, int size, double ridge) {
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
                    gradient[i] += error * example.weight() * example.features()[i];
                }
            }
            for (int i = 0; i < size; i++) {
                double slope = gradient[i] / examples.size() + (i == 0 ? 0 : ridge * weights[i]);
                velocity[i] = 0.9 * velocity[i] - RATE / 10 * slope;
                weights[i] += velocity[i];
            }
        }
        return weights;
    }

    private static String file(TopicModel model) {
        StringBuilder file = new StringBuilder(
                "# Fitted by TopicTraining: regression, feature, weight; then how far a term itself is to be believed.\n");
        for (int i = 0; i < TopicModel.TOP.size(); i++) {
            file.append("top\t%s\t%.5f%n".formatted(TopicModel.TOP.get(i), model.weights(true)[i]));
        }
        for (int i = 0; i < TopicModel.NARROW.size(); i++) {
            file.append("narrow\t%s\t%.5f%n".formatted(TopicModel.NARROW.get(i), model.weights(false)[i]));
        }
        new TreeMap<>(model.terms()).forEach((id, value) -> file.append("term\t%s\t%.4f%n".formatted(id, value)));
        return file.toString();
    }
}
