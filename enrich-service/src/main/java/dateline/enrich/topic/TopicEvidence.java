package dateline.enrich.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What speaks for each topic in one article, as numbers that a {@link TopicModel} weighs. */
final class TopicEvidence {
    private static final int MOST_EVIDENCE = 5;
    /** A word that usually means the topic, and is trusted as much as one that no labelled article has. */
    private static final double STRONG = 2 * TopicLexicon.UNSEEN;

    /** What an article is about stands in its title and first sentences. */
    static final float IN_TITLE = 3;

    static final float IN_LEAD = 1.5f;
    static final int LEAD_WORDS = 60;

    /** What speaks for a topic and those below it. */
    static final class Score {
        /** Weights of the words found; the same word again counts less each time. */
        double sum;
        /** The same, of words in the title. */
        double title;
        /** Different words that usually mean the topic. */
        int strong;

        /** Different words. */
        int different;

        boolean section;

        /** Of the sum, what words of the very topic add, not of one below it. */
        double own;

        /** Place of the first word in the body; -1 for the title. */
        int first = NOWHERE;
    }

    private static final int NOWHERE = Integer.MAX_VALUE;

    private final TopicLexicon lexicon;
    private final TopicTree tree;
    private final float[] counts;
    /** Of the counts, those at places where no other word says more for the same top term. */
    private final float[] best;

    /** Where each was found first: the place in the body, -1 for the title. */
    private final int[] firsts;

    private final int[] found;
    private int foundCount;
    private final Map<String, String> sections;
    private final Map<String, Score> scores = new HashMap<>();
    private final double length;
    private final Map<String, Double> logits;
    private final TermLikeness.@Nullable Reading likeness;
    private final Map<String, Double> neighbours;

    TopicEvidence(
            TopicTree tree,
            TopicLexicon lexicon,
            TopicSections sections,
            TextTopics classifier,
            TermLikeness terms,
            TopicNeighbours neighbours,
            TopicText text) {
        this.tree = tree;
        this.lexicon = lexicon;
        this.counts = new float[lexicon.size() * 2];
        this.best = new float[lexicon.size()];
        this.firsts = new int[lexicon.size()];
        this.found = new int[lexicon.size()];
        this.sections = sections.find(text);
        TopicWords title = TopicWords.of(text.title());
        TopicWords body = TopicWords.of(text.body());
        collect(title, text, true);
        collect(body, text, false);
        Map<Integer, Double> counted = "en".equals(text.language()) ? classifier.counted(title, body) : Map.of();
        this.logits = counted.isEmpty() ? Map.of() : classifier.logits(counted);
        this.likeness = counted.isEmpty() ? null : terms.read(counted);
        this.neighbours = likeness == null ? Map.of() : neighbours.shares(likeness.point());
        // A top term that no word of the lexicon speaks for may still be what all words together tell.
        this.logits.keySet().forEach(id -> scores.computeIfAbsent(id, key -> new Score()));
        // A long text has more words for everything.
        this.length = Math.max(1, Math.sqrt((body.size() + 3.0 * title.size()) / 100.0));
        for (int i = 0; i < foundCount; i++) {
            score(found[i]);
        }
        this.sections
                .keySet()
                .forEach(topic ->
                        tree.path(topic).forEach(id -> scores.computeIfAbsent(id, key -> new Score()).section = true));
    }

    private void collect(TopicWords words, TopicText text, boolean title) {
        List<Integer> here = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            float weight = title ? IN_TITLE : i < LEAD_WORDS ? IN_LEAD : 1;
            here.clear();
            lexicon.match(words, i, text.language(), here::add);
            for (int entry : here) {
                if (counts[2 * entry] == 0) {
                    found[foundCount++] = entry;
                    firsts[entry] = title ? -1 : i;
                }
                counts[2 * entry] += weight;
                if (title) {
                    counts[2 * entry + 1] += 1;
                }
                if (here.stream().noneMatch(other -> saysMore(other, entry))) {
                    best[entry] += weight;
                }
            }
        }
    }

    /** Whether one of two words at the same place makes the other needless: "cathedral" counts for religion once. */
    private boolean saysMore(int one, int other) {
        if (one == other || !top(one).equals(top(other))) {
            return false;
        }
        double difference = strength(one) - strength(other);
        return difference > 0 || (difference == 0 && one < other);
    }

    private String top(int index) {
        return tree.path(lexicon.entry(index).topic()).getFirst();
    }

    private double strength(int index) {
        TopicLexicon.Entry entry = lexicon.entry(index);
        return entry.weight() * entry.trust();
    }

    private void score(int index) {
        TopicLexicon.Entry entry = lexicon.entry(index);
        List<String> path = tree.path(entry.topic());
        for (int depth = 0; depth < path.size(); depth++) {
            float count = depth == 0 ? best[index] : counts[2 * index];
            if (count == 0) {
                continue;
            }
            Score score = scores.computeIfAbsent(path.get(depth), key -> new Score());
            double value = strength(index) * (1 + Math.log(count));
            score.sum += value;
            score.own += depth == path.size() - 1 ? value : 0;
            score.first = Math.min(score.first, firsts[index]);
            score.different++;
            if (counts[2 * index + 1] > 0) {
                score.title += strength(index);
            }
            if (strength(index) >= STRONG) {
                score.strong++;
            }
        }
    }

    private double value(int index) {
        return strength(index) * (1 + Math.log(counts[2 * index]));
    }

    /** Scores by topic id. */
    Map<String, Score> scores() {
        return scores;
    }

    /** What all words together tell about top terms, as log-odds; empty if the text is not English. */
    Map<String, Double> logits() {
        return logits;
    }

    /** How near all words together are to narrower terms; null if the text is not English. */
    TermLikeness.@Nullable Reading likeness() {
        return likeness;
    }

    /**
     * How many of the labelled articles most like this one have a topic, by its id, from 0 to 1, those most like it counting
     * most; empty if the text is not English.
     */
    Map<String, Double> neighbours() {
        return neighbours;
    }

    /** Square root of the length in hundreds of words. */
    double length() {
        return length;
    }

    /** The words and sections that speak for a topic, the strongest first. */
    List<String> words(String topic) {
        Stream<String> filed = sections.entrySet().stream()
                .filter(entry -> tree.path(entry.getKey()).contains(topic))
                .map(Map.Entry::getValue);
        Stream<String> words = Arrays.stream(found, 0, foundCount)
                .boxed()
                .filter(index -> tree.path(lexicon.entry(index).topic()).contains(topic))
                .sorted(Comparator.comparingDouble((Integer index) -> -value(index))
                        .thenComparing(index -> lexicon.entry(index).text()))
                .map(index -> lexicon.entry(index).text());
        return Stream.concat(filed, words).distinct().limit(MOST_EVIDENCE).toList();
    }
}
