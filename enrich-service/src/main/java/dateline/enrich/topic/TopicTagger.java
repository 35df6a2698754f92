package dateline.enrich.topic;

import dateline.contract.ArticleTopic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says what an article is about by the words that speak for each topic and by what the outlet files it under. What speaks
 * for a narrower topic speaks for the broader ones too; so where no narrow topic is sure enough, the broader one still
 * may be. Thread-safe.
 */
final class TopicTagger {
    private static final int MOST_TOPICS = 6;
    private static final int MOST_NARROW = 4;

    private final TopicTree tree = TopicTree.load();
    private final TopicLexicon lexicon;
    private final TextTopics classifier;
    private final TermLikeness terms;
    private final TopicNeighbours neighbours;
    private final TopicSections sections = TopicSections.load(tree);
    private final TopicModel model;
    private final double sureTop;
    private final double sureNarrow;

    /** A term with the features that speak for it. */
    record Candidate(String id, double[] features, double confidence) {}

    TopicTagger() {
        this.lexicon = TopicLexicon.load(tree);
        this.classifier = TextTopics.load();
        this.terms = TermLikeness.load();
        this.neighbours = TopicNeighbours.load();
        this.model = TopicModel.load();
        this.sureTop = SURE_TOP;
        this.sureNarrow = SURE_NARROW;
    }

    /** Least confidence with which a top term is named. */
    static final double SURE_TOP = 0.30;

    /** Least confidence with which a narrower term is named; below it its parent stands. */
    static final double SURE_NARROW = 0.80;

    /** The share of like articles that makes a second word for a narrower term needless. */
    private static final double BORNE_OUT = 0.15;

    TopicTagger(
            Map<String, Double> trust,
            TextTopics classifier,
            TermLikeness terms,
            TopicNeighbours neighbours,
            TopicModel model,
            double sureTop,
            double sureNarrow) {
        this.lexicon = TopicLexicon.load(tree, trust);
        this.classifier = classifier;
        this.terms = terms;
        this.neighbours = neighbours;
        this.model = model;
        this.sureTop = sureTop;
        this.sureNarrow = sureNarrow;
    }

    TopicTree tree() {
        return tree;
    }

    TopicEvidence evidence(TopicText text) {
        return new TopicEvidence(tree, lexicon, sections, classifier, terms, neighbours, text);
    }

    List<ArticleTopic> tag(TopicText text) {
        TopicEvidence evidence = evidence(text);
        List<Candidate> tops = tops(evidence).stream()
                .filter(candidate -> candidate.confidence() >= sureTop && severalSpeak(evidence, candidate))
                .sorted(BY_CONFIDENCE)
                .limit(MOST_TOPICS)
                .toList();
        List<Candidate> narrow = narrow(evidence, tops).stream()
                .filter(candidate -> candidate.confidence() >= sureNarrow && severalSpeak(evidence, candidate))
                .sorted(BY_CONFIDENCE)
                .toList();
        List<Candidate> chosen = new ArrayList<>(tops);
        Set<String> covered = new HashSet<>();
        // The narrowest that is sure says it all; those between it and the top stand in its path.
        narrow.forEach(candidate ->
                tree.path(candidate.id()).stream().limit(depth(candidate.id())).forEach(covered::add));
        narrow.stream()
                .filter(candidate -> !covered.contains(candidate.id()))
                .limit(Math.min(MOST_NARROW, MOST_TOPICS - tops.size()))
                .forEach(chosen::add);
        return chosen.stream()
                .sorted(BY_CONFIDENCE)
                .map(candidate -> topic(candidate, evidence))
                .toList();
    }

    /**
     * One word alone is too little, however often it stands there, unless the outlet's section or, for a top term, the rest
     * of the text bears it out, or, for a narrower one, what articles like it are about.
     */
    private boolean severalSpeak(TopicEvidence evidence, Candidate candidate) {
        TopicEvidence.Score score = evidence.scores().get(candidate.id());
        return score != null
                && (score.section
                        || score.different > 1
                        || evidence.logits().getOrDefault(candidate.id(), -1.0) > 0
                        || (tree.term(candidate.id()).parent() != null
                                && evidence.neighbours().getOrDefault(candidate.id(), 0.0) >= BORNE_OUT));
    }

    private static final Comparator<Candidate> BY_CONFIDENCE =
            Comparator.comparingDouble(Candidate::confidence).reversed().thenComparing(Candidate::id);

    private ArticleTopic topic(Candidate candidate, TopicEvidence evidence) {
        String id = candidate.id();
        return new ArticleTopic(
                id,
                tree.term(id).name(),
                tree.path(id),
                tree.pathNames(id),
                Math.round(candidate.confidence() * 1000) / 1000.0,
                evidence.words(id));
    }

    /** Every top term that anything speaks for. */
    List<Candidate> tops(TopicEvidence evidence) {
        double sum = 0;
        double max = 0;
        boolean section = false;
        for (Map.Entry<String, TopicEvidence.Score> entry : evidence.scores().entrySet()) {
            if (depth(entry.getKey()) == 0) {
                sum += entry.getValue().sum;
                max = Math.max(max, entry.getValue().sum);
                section |= entry.getValue().section;
            }
        }
        TopicModel.Totals totals = new TopicModel.Totals(sum, max, section);
        List<Candidate> tops = new ArrayList<>();
        evidence.scores().forEach((id, score) -> {
            if (depth(id) == 0) {
                double[] features = TopicModel.topFeatures(evidence, id, score, totals);
                tops.add(new Candidate(id, features, model.top(features)));
            }
        });
        return tops;
    }

    /** Every narrower term below one of these that anything speaks for. */
    List<Candidate> narrow(TopicEvidence evidence, List<Candidate> tops) {
        Map<String, Double> confidence = new HashMap<>();
        tops.forEach(top -> confidence.put(top.id(), top.confidence()));
        double strongest = 0;
        // Of the narrower terms, the strongest below each term.
        Map<String, Double> below = new HashMap<>();
        for (Map.Entry<String, TopicEvidence.Score> entry : evidence.scores().entrySet()) {
            List<String> path = tree.path(entry.getKey());
            double sum = entry.getValue().sum;
            for (String above : path.subList(0, path.size() - 1)) {
                strongest = Math.max(strongest, sum);
                below.merge(above, sum, Math::max);
            }
        }
        // The same of the share of like articles, below each top term.
        Map<String, Double> neighboursOfBest = new HashMap<>();
        evidence.neighbours().forEach((id, share) -> {
            if (depth(id) > 0) {
                neighboursOfBest.merge(tree.path(id).getFirst(), share, Math::max);
            }
        });
        List<Candidate> narrow = new ArrayList<>();
        for (String id : evidence.scores().keySet()) {
            int depth = depth(id);
            String top = tree.path(id).getFirst();
            Double parent = confidence.get(top);
            if (depth == 0 || parent == null) {
                continue;
            }
            TopicModel.Rivals rivals = new TopicModel.Rivals(
                    strongest,
                    below.getOrDefault(top, 0.0),
                    below.getOrDefault(id, 0.0),
                    neighboursOfBest.getOrDefault(top, 0.0));
            double[] features = model.narrowFeatures(evidence, id, rivals, parent, depth);
            narrow.add(new Candidate(id, features, model.narrow(features)));
        }
        return narrow;
    }

    private int depth(String id) {
        return tree.path(id).size() - 1;
    }
}
