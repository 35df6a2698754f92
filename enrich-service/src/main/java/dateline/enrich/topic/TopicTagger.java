package dateline.enrich.topic;

import dateline.contract.ArticleTopic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says what an article is about by the words that speak for each topic. What speaks for a narrower topic speaks for the
 * broader ones too; so where no narrow topic is sure enough, the broader one still may be. Thread-safe.
 */
final class TopicTagger {
    /** Least confidence with which a topic is named. */
    static final double SURE = 0.5;

    private static final int MOST_TOPICS = 6;
    private static final int MOST_EVIDENCE = 5;
    private static final double TITLE_WEIGHT = 3;

    /** Score, by 100 words of text, at which the confidence is 63 %. */
    private static final double SCALE = 6;

    private final TopicTree tree = TopicTree.load();
    private final TopicLexicon lexicon = TopicLexicon.load(tree);

    List<ArticleTopic> tag(String title, String body) {
        Map<String, Score> scores = new HashMap<>();
        List<String> bodyWords = TopicWords.of(body);
        List<String> titleWords = TopicWords.of(title);
        collect(titleWords, TITLE_WEIGHT, scores);
        collect(bodyWords, 1, scores);
        // A long text has more words for everything.
        double length = Math.max(1, Math.sqrt((bodyWords.size() + TITLE_WEIGHT * titleWords.size()) / 100.0));
        List<ArticleTopic> topics = new ArrayList<>();
        scores.forEach((id, score) -> {
            double confidence = 1 - Math.exp(-score.sum() / length / SCALE);
            if (confidence >= SURE) {
                topics.add(new ArticleTopic(
                        id,
                        tree.term(id).name(),
                        tree.path(id),
                        tree.pathNames(id),
                        rounded(confidence),
                        score.evidence()));
            }
        });
        topics.sort(
                Comparator.comparingDouble(ArticleTopic::confidence).reversed().thenComparing(ArticleTopic::id));
        return topics.stream().limit(MOST_TOPICS).toList();
    }

    private void collect(List<String> words, double factor, Map<String, Score> scores) {
        for (int i = 0; i < words.size(); i++) {
            lexicon.match(words, i, entry -> {
                for (String id : tree.path(entry.topic())) {
                    scores.computeIfAbsent(id, t -> new Score()).add(entry, factor);
                }
            });
        }
    }

    private static double rounded(double confidence) {
        return Math.round(confidence * 1000) / 1000.0;
    }

    /** What speaks for one topic. The same word again counts less each time. */
    private static final class Score {
        private final Map<TopicLexicon.Entry, Double> found = new LinkedHashMap<>();

        void add(TopicLexicon.Entry entry, double factor) {
            found.merge(entry, factor, Double::sum);
        }

        double sum() {
            return found.entrySet().stream()
                    .mapToDouble(e -> e.getKey().weight() * (1 + Math.log(e.getValue())))
                    .sum();
        }

        List<String> evidence() {
            return found.entrySet().stream()
                    .sorted(Comparator.comparingDouble((Map.Entry<TopicLexicon.Entry, Double> e) ->
                            -e.getKey().weight() * e.getValue()))
                    .map(e -> e.getKey().text())
                    .distinct()
                    .limit(MOST_EVIDENCE)
                    .toList();
        }
    }
}
