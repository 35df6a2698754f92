package dateline.enrich.topic;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What speaks for each topic in one article, as numbers that a {@link TopicModel} weighs. */
final class TopicEvidence {
    private static final int MOST_EVIDENCE = 5;

    /** What speaks for a topic and those below it. */
    static final class Score {
        /** Weights of the words found; the same word again counts less each time. */
        double sum;
        /** The same, of words in the title. */
        double title;
        /** Different words of weight 2 and more. */
        int strong;

        /** Different words. */
        int different;

        boolean section;
    }

    private final TopicLexicon lexicon;
    private final TopicTree tree;
    private final float[] counts;
    private final int[] found;
    private int foundCount;
    private final Map<String, String> sections;
    private final Map<String, Score> scores = new HashMap<>();
    private final double length;

    TopicEvidence(TopicTree tree, TopicLexicon lexicon, TopicSections sections, TopicText text) {
        this.tree = tree;
        this.lexicon = lexicon;
        this.counts = new float[lexicon.size() * 2];
        this.found = new int[lexicon.size()];
        this.sections = sections.find(text);
        TopicWords title = TopicWords.of(text.title());
        TopicWords body = TopicWords.of(text.body());
        collect(title, text, true);
        collect(body, text, false);
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

    private static final int LEAD_WORDS = 60;

    private void collect(TopicWords words, TopicText text, boolean title) {
        for (int i = 0; i < words.size(); i++) {
            // What an article is about stands in its first sentences.
            float weight = title ? 3 : i < LEAD_WORDS ? 1.5f : 1;
            lexicon.match(words, i, text.language(), entry -> {
                if (counts[2 * entry] == 0) {
                    found[foundCount++] = entry;
                }
                counts[2 * entry] += weight;
                if (title) {
                    counts[2 * entry + 1] += 1;
                }
            });
        }
    }

    private void score(int index) {
        TopicLexicon.Entry entry = lexicon.entry(index);
        double value = value(index);
        for (String id : tree.path(entry.topic())) {
            Score score = scores.computeIfAbsent(id, key -> new Score());
            score.sum += value;
            score.different++;
            if (counts[2 * index + 1] > 0) {
                score.title += entry.weight();
            }
            if (entry.weight() >= 2) {
                score.strong++;
            }
        }
    }

    private double value(int index) {
        return lexicon.entry(index).weight() * (1 + Math.log(counts[2 * index]));
    }

    /** Scores by topic id. */
    Map<String, Score> scores() {
        return scores;
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
