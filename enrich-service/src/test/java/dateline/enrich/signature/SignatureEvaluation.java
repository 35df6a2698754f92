package dateline.enrich.signature;

import dateline.contract.Signature;
import dateline.newsroom.Newsroom;
import dateline.newsroom.SampleArticle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * How well signatures part the newsroom's near-duplicates from all other pairs, told apart by whether they are of one
 * story. Nothing was tuned on it, so both halves are printed together. Two reprints of one article count as
 * near-duplicates of each other.
 */
public class SignatureEvaluation {
    private enum Pair {
        NEAR_DUPLICATE,
        SAME_STORY,
        OTHER
    }

    private record Compared(
            Pair pair, double similarity, double containment, double portion, boolean candidate, String names) {}

    @Test
    void printsTable() {
        List<Compared> pairs = pairs();
        MinHash minHash = new MinHash();
        System.out.println("the shortest body has "
                + Newsroom.load().articles().stream()
                        .mapToInt(article -> minHash.of(article.body()).shingles())
                        .min()
                        .orElse(0)
                + " shingles");
        System.out.println("| pairs | number | similarity least / mean / most | containment least / mean / most |");
        for (Pair pair : Pair.values()) {
            List<Compared> group =
                    pairs.stream().filter(one -> one.pair == pair).toList();
            var similarity = group.stream().mapToDouble(Compared::similarity).summaryStatistics();
            var containment = group.stream().mapToDouble(Compared::containment).summaryStatistics();
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %.2f / %.2f / %.2f | %.2f / %.2f / %.2f |%n",
                    pair,
                    group.size(),
                    similarity.getMin(),
                    similarity.getAverage(),
                    similarity.getMax(),
                    containment.getMin(),
                    containment.getAverage(),
                    containment.getMax());
        }
        for (double threshold : new double[] {0.1, 0.2, 0.3, 0.4, 0.5, 0.6}) {
            row(
                    "similarity >= " + threshold,
                    pairs,
                    pairs.stream().filter(one -> one.similarity >= threshold).toList());
        }
        for (double threshold : new double[] {0.3, 0.5, 0.7}) {
            row(
                    "containment >= " + threshold,
                    pairs,
                    pairs.stream().filter(one -> one.containment >= threshold).toList());
        }
        for (double threshold : new double[] {0.3, 0.5, 0.6, 0.7}) {
            row(
                    "portion of either in the other >= " + threshold,
                    pairs,
                    pairs.stream().filter(one -> one.portion >= threshold).toList());
        }
        row(
                "share a band of 4",
                pairs,
                pairs.stream().filter(Compared::candidate).toList());
        pairs.stream()
                .filter(one -> one.pair == Pair.NEAR_DUPLICATE)
                .forEach(one -> System.out.printf(
                        Locale.ROOT, "%.2f %.2f %.2f %s%n", one.similarity, one.containment, one.portion, one.names));
    }

    private static void row(String name, List<Compared> pairs, List<Compared> said) {
        long right =
                said.stream().filter(one -> one.pair == Pair.NEAR_DUPLICATE).count();
        long all = pairs.stream().filter(one -> one.pair == Pair.NEAR_DUPLICATE).count();
        System.out.printf(
                Locale.ROOT,
                "| %s | precision %.3f (%d of %d) | recall %.3f |%n",
                name,
                said.isEmpty() ? 1 : (double) right / said.size(),
                right,
                said.size(),
                (double) right / all);
    }

    private static List<Compared> pairs() {
        MinHash minHash = new MinHash();
        List<SampleArticle> articles = Newsroom.load().articles();
        Map<String, Signature> signatures = new HashMap<>();
        articles.forEach(article -> signatures.put(article.slug(), minHash.of(article.body())));
        List<Compared> pairs = new ArrayList<>();
        for (int i = 0; i < articles.size(); i++) {
            for (int j = i + 1; j < articles.size(); j++) {
                SampleArticle a = articles.get(i);
                SampleArticle b = articles.get(j);
                Signature one = signatures.get(a.slug());
                Signature two = signatures.get(b.slug());
                Set<String> bands = new HashSet<>(one.bandKeys(4));
                bands.retainAll(two.bandKeys(4));
                pairs.add(new Compared(
                        pair(a, b),
                        one.similarity(two),
                        one.containment(two),
                        // Which of the two came first is not known, so the worse of both counts.
                        Math.min(one.portionIn(two), two.portionIn(one)),
                        !bands.isEmpty(),
                        a.slug() + " " + b.slug()));
            }
        }
        return pairs;
    }

    private static Pair pair(SampleArticle a, SampleArticle b) {
        String rootA = a.gold().nearDuplicateOf() == null ? a.slug() : a.gold().nearDuplicateOf();
        String rootB = b.gold().nearDuplicateOf() == null ? b.slug() : b.gold().nearDuplicateOf();
        if (String.valueOf(rootA).equals(rootB)) {
            return Pair.NEAR_DUPLICATE;
        }
        return a.gold().story().equals(b.gold().story()) ? Pair.SAME_STORY : Pair.OTHER;
    }

    static void main(String[] args) {
        new SignatureEvaluation().printsTable();
    }
}
