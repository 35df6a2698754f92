package dateline.enrich.topic;

import dateline.contract.ArticleTopic;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How well topics were found. A narrower topic is right if the article is labelled with just that term; "or above" also
 * takes a term between a label and its top term for right.
 */
final class TopicScore {
    private final Map<String, int[]> tops = new TreeMap<>();
    private final TopicTree tree;
    private int narrow;
    private int narrowRight;
    private int narrowRightOrAbove;
    private int narrowGold;
    private int articles;
    private int withTopic;

    TopicScore(TopicTree tree) {
        this.tree = tree;
        tree.terms().stream().filter(t -> t.parent() == null).forEach(t -> tops.put(t.id(), new int[3]));
    }

    static TopicScore of(TopicTagger tagger, List<Labelled> articles) {
        TopicScore score = new TopicScore(tagger.tree());
        articles.forEach(article -> score.add(article, tagger.tag(article.text())));
        return score;
    }

    void add(Labelled article, List<ArticleTopic> found) {
        articles++;
        withTopic += found.isEmpty() ? 0 : 1;
        Set<String> above = article.goldAndAbove(tree);
        Set<String> ids = new HashSet<>();
        found.forEach(topic -> ids.add(topic.id()));
        tops.forEach((id, counts) -> {
            boolean is = above.contains(id);
            boolean said = ids.contains(id);
            counts[0] += is && said ? 1 : 0;
            counts[1] += !is && said ? 1 : 0;
            counts[2] += is && !said ? 1 : 0;
        });
        if (!article.narrowly(tree)) {
            return;
        }
        for (String id : ids) {
            if (tree.path(id).size() > 1) {
                narrow++;
                narrowRight += article.gold().contains(id) ? 1 : 0;
                narrowRightOrAbove += above.contains(id) ? 1 : 0;
            }
        }
        narrowGold += (int)
                article.gold().stream().filter(id -> tree.path(id).size() > 1).count();
    }

    double macroF1() {
        return tops.values().stream().mapToDouble(TopicScore::f1).average().orElse(0);
    }

    double narrowPrecision() {
        return narrow == 0 ? 1 : (double) narrowRight / narrow;
    }

    private static double f1(int[] counts) {
        int all = 2 * counts[0] + counts[1] + counts[2];
        return all == 0 ? 0 : 2.0 * counts[0] / all;
    }

    String table() {
        StringBuilder table = new StringBuilder();
        tops.forEach((id, c) -> table.append("%-45s right %3d  wrong %3d  missed %3d  F1 %.3f%n"
                .formatted(tree.term(id).name(), c[0], c[1], c[2], f1(c))));
        return table.append(("%d articles, %d with a topic; macro-F1 over %d top terms %.4f%n"
                                + "narrower terms: %d named, precision %.4f (or above a label: %.4f), %d labelled, recall %.4f%n")
                        .formatted(
                                articles,
                                withTopic,
                                tops.size(),
                                macroF1(),
                                narrow,
                                narrowPrecision(),
                                narrow == 0 ? 1 : (double) narrowRightOrAbove / narrow,
                                narrowGold,
                                (double) narrowRight / narrowGold))
                .toString();
    }
}
