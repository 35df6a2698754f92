package dateline.enrich.topic;

import dateline.contract.ArticleTopic;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells which of the operator's own topics an article has. Thread-safe. */
final class OwnTopics {
    private static final int MOST_EVIDENCE = 8;

    private final List<OwnTopic> topics;
    private final PhraseTree tree = new PhraseTree();
    /** By a phrase's number the topics, as indexes, for which it can speak. */
    private final Map<Integer, Set<Integer>> speaksFor = new HashMap<>();

    OwnTopics(List<OwnTopic> topics) {
        this.topics = List.copyOf(topics);
        for (int i = 0; i < topics.size(); i++) {
            int index = i;
            OwnTopic topic = topics.get(i);
            topic.sought()
                    .forEach(phrase -> speaksFor
                            .computeIfAbsent(tree.add(phrase.key()), key -> new TreeSet<>())
                            .add(index));
            topic.none().forEach(phrase -> tree.add(phrase.key()));
        }
    }

    /** Those that the text has, in the file's order. */
    List<ArticleTopic> find(TopicText text) {
        if (topics.isEmpty()) {
            return List.of();
        }
        Found found = new Found(tree.size(), primary(text.language()));
        tree.find(TopicWords.of(text.title()), found.title::set);
        found.anywhere.or(found.title);
        tree.find(TopicWords.of(text.body()), found.anywhere::set);
        BitSet candidates = new BitSet(topics.size());
        found.anywhere.stream()
                .forEach(number -> speaksFor.getOrDefault(number, Set.of()).forEach(candidates::set));
        List<ArticleTopic> met = new ArrayList<>();
        candidates.stream()
                .mapToObj(topics::get)
                .filter(topic -> meets(topic, found))
                .forEach(topic -> met.add(shown(topic, found)));
        return met;
    }

    private static @Nullable String primary(@Nullable String language) {
        return language == null || language.equals("und") ? null : language.split("-", 2)[0];
    }

    /** What phrases stand where in one article, by their numbers. */
    private static final class Found {
        private final BitSet title;
        private final BitSet anywhere;
        private final @Nullable String language;

        Found(int phrases, @Nullable String language) {
            this.title = new BitSet(phrases);
            this.anywhere = new BitSet(phrases);
            this.language = language;
        }
    }

    private boolean has(Found found, OwnPhrase phrase) {
        return found.anywhere.get(tree.number(phrase.key())) && phrase.countsIn(found.language);
    }

    private boolean meets(OwnTopic topic, Found found) {
        return topic.all().stream().allMatch(any -> any.stream().anyMatch(phrase -> has(found, phrase)))
                && (topic.words().isEmpty() || points(topic, found) >= topic.least())
                && topic.none().stream().noneMatch(phrase -> has(found, phrase));
    }

    private int points(OwnTopic topic, Found found) {
        return topic.words().stream()
                .filter(phrase -> has(found, phrase))
                // The same word for two languages is one word.
                .map(OwnPhrase::key)
                .distinct()
                .mapToInt(key -> found.title.get(tree.number(key)) ? 2 : 1)
                .sum();
    }

    private ArticleTopic shown(OwnTopic topic, Found found) {
        Stream<String> evidence =
                topic.sought().filter(phrase -> has(found, phrase)).map(OwnPhrase::text);
        return new ArticleTopic(
                topic.id(),
                topic.name(),
                List.of(topic.id()),
                List.of(topic.name()),
                // A rule is met or not; nothing is guessed.
                1,
                evidence.distinct().limit(MOST_EVIDENCE).toList());
    }
}
