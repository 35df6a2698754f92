package dateline.enrich.topic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far to trust the evidence: two logistic regressions, one for top terms and one for terms below them, each the same
 * for all topics, so that a topic needs no examples of its own. {@code TopicTraining} fits them.
 */
final class TopicModel {
    /** Names of what the regression for top terms weighs. */
    static final List<String> TOP = List.of(
            "bias",
            "words",
            "share",
            "lead",
            "title",
            "strong",
            "section",
            "other",
            "text",
            "textShare",
            "english",
            "neighbours");
    /** Names of what the regression for narrower terms weighs. */
    static final List<String> NARROW = List.of(
            "bias",
            "words",
            "lead",
            "titled",
            "parent",
            "depth",
            "leadBelowTop",
            "first",
            "own",
            "below",
            "english",
            "like",
            "likeBest",
            "neighbours",
            "neighboursShare",
            "neighboursBest",
            "term");

    /** Words this far into the text count half as much as its first. */
    private static final double FIRST_HALVES = 30;

    /** A share of like articles this small is no more than chance. */
    private static final double LEAST_SHARE = 0.01;

    private static final String FILE = "model.tsv";

    private final double[] top;
    private final double[] narrow;
    private final Map<String, Double> terms;

    /**
     * Takes what training made.
     *
     * @param terms for a narrower term, how much more often it was right than all else told; negative for less
     */
    TopicModel(double[] top, double[] narrow, Map<String, Double> terms) {
        this.top = top.clone();
        this.narrow = narrow.clone();
        this.terms = Map.copyOf(terms);
    }

    static TopicModel load() {
        Map<String, Double> terms = new HashMap<>();
        TopicResource.rows(FILE, 3).stream()
                .filter(row -> row.get(0).equals("term"))
                .forEach(row -> terms.put(row.get(1), Double.parseDouble(row.get(2))));
        return new TopicModel(weights("top", TOP), weights("narrow", NARROW), terms);
    }

    private static double[] weights(String part, List<String> names) {
        List<Double> weights = new ArrayList<>();
        for (List<String> row : TopicResource.rows(FILE, 3)) {
            if (row.get(0).equals(part)) {
                if (weights.size() >= names.size() || !row.get(1).equals(names.get(weights.size()))) {
                    throw new IllegalStateException("topics/model.tsv: not a weight of this version: " + row);
                }
                weights.add(Double.parseDouble(row.get(2)));
            }
        }
        if (weights.size() != names.size()) {
            throw new IllegalStateException("topics/model.tsv: weights are missing for " + part);
        }
        return weights.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Its weights, in the order of the names. */
    double[] weights(boolean ofTop) {
        return ofTop ? top.clone() : narrow.clone();
    }

    /** What past articles say of a narrower term itself: some are seldom what an editor names; zero for an unknown one. */
    double term(String id) {
        return terms.getOrDefault(id, 0.0);
    }

    /** The same for every term that is known. */
    Map<String, Double> terms() {
        return terms;
    }

    /** From 0 to 1, how sure it is that an article is about a top term. */
    double top(double[] features) {
        return logistic(top, features);
    }

    /** From 0 to 1, how sure it is that an article is about a narrower term. */
    double narrow(double[] features) {
        return logistic(narrow, features);
    }

    private static double logistic(double[] weights, double[] features) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * features[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    static double[] topFeatures(TopicEvidence evidence, String id, TopicEvidence.Score score, Totals totals) {
        boolean english = !evidence.logits().isEmpty();
        double logit = evidence.logits().getOrDefault(id, 0.0);
        double most = english
                ? evidence.logits().values().stream().mapToDouble(d -> d).max().orElse(0)
                : 0;
        return new double[] {
            1,
            Math.log1p(score.sum / evidence.length()),
            score.sum / Math.max(1, totals.sum()),
            score.sum / Math.max(1, totals.max()),
            Math.log1p(score.title),
            Math.log1p(score.strong),
            score.section ? 1 : 0,
            !score.section && totals.section() ? 1 : 0,
            logit,
            english ? logit - most : 0,
            english ? 1 : 0,
            english ? logOdds(evidence.neighbours().getOrDefault(id, 0.0)) : 0
        };
    }

    double[] narrowFeatures(TopicEvidence evidence, String id, Rivals rivals, double parent, int depth) {
        TopicEvidence.Score score = evidence.scores().getOrDefault(id, new TopicEvidence.Score());
        TermLikeness.Reading likeness = evidence.likeness();
        double neighbours = evidence.neighbours().getOrDefault(id, 0.0);
        return new double[] {
            1,
            Math.log1p(score.sum / evidence.length()),
            score.sum / Math.max(1, rivals.strongest()),
            score.title > 0 ? 1 : 0,
            parent,
            depth,
            score.sum / Math.max(1, rivals.strongestBelowTop()),
            1 / (1 + Math.max(0, score.first) / FIRST_HALVES),
            score.sum > 0 ? score.own / score.sum : 0,
            rivals.strongestBelow() / Math.max(1, score.sum),
            likeness == null ? 0 : 1,
            likeness == null ? 0 : likeness.of(id),
            likeness == null ? 0 : likeness.behindBest(id),
            likeness == null ? 0 : Math.log(LEAST_SHARE + neighbours),
            neighbours,
            neighbours / (2 * LEAST_SHARE + rivals.neighboursOfBest()),
            term(id)
        };
    }

    private static double logOdds(double share) {
        return Math.log((share + LEAST_SHARE) / (1 - share + LEAST_SHARE));
    }

    /**
     * What else could be meant instead of a narrower term.
     *
     * @param strongest greatest sum of words of any narrower term
     * @param strongestBelowTop the same of those below the same top term
     * @param strongestBelow the same of those below the term itself
     * @param neighboursOfBest greatest share that a narrower term below the same top term has of like articles
     */
    record Rivals(double strongest, double strongestBelowTop, double strongestBelow, double neighboursOfBest) {}

    /**
     * Of an article's top terms together.
     *
     * @param sum of their scores
     * @param max of their scores
     * @param section whether the outlet files the article under any
     */
    record Totals(double sum, double max, boolean section) {}
}
