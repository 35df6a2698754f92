package dateline.enrich.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Words that speak for a topic. Found in one pass over an article's words, whatever the size of the lexicon: the first
 * word of each phrase lies in a letter tree.
 */
final class TopicLexicon {
    /**
     * A word or phrase that speaks for a topic.
     *
     * @param topic media topic id
     * @param words folded
     * @param prefixes for each word, whether every word counts that begins like it
     * @param language the only language in which it counts; null for all
     * @param english whether English could spell it so; what has a letter beyond ASCII does not count in English
     * @param weight from 1, a hint, to 3, hardly ever anything else
     * @param trust how often an article that has it is about the topic, from 0 to 1; see {@link #UNSEEN}
     * @param text as the file writes it
     */
    record Entry(
            String topic,
            List<String> words,
            List<Boolean> prefixes,
            @Nullable String language,
            boolean english,
            double weight,
            double trust,
            String text) {}

    /** The trust in what no labelled article has. */
    static final double UNSEEN = 0.75;

    private static final int SHORTEST_PREFIX = 3;

    /** A letter of the tree, with the entries whose first word, or beginning of it, ends here. */
    private static final class Node {
        private char[] letters = {};
        private Node[] next = {};
        private int[] exact = {};
        private int[] prefix = {};

        @Nullable
        Node follow(char letter) {
            int at = Arrays.binarySearch(letters, letter);
            return at < 0 ? null : next[at];
        }

        Node make(char letter) {
            int at = Arrays.binarySearch(letters, letter);
            if (at >= 0) {
                return next[at];
            }
            int before = -at - 1;
            Node made = new Node();
            char[] moreLetters = Arrays.copyOf(letters, letters.length + 1);
            Node[] more = Arrays.copyOf(next, next.length + 1);
            System.arraycopy(letters, before, moreLetters, before + 1, letters.length - before);
            System.arraycopy(next, before, more, before + 1, next.length - before);
            moreLetters[before] = letter;
            more[before] = made;
            letters = moreLetters;
            next = more;
            return made;
        }

        void end(int entry, boolean isPrefix) {
            if (isPrefix) {
                prefix = with(prefix, entry);
            } else {
                exact = with(exact, entry);
            }
        }

        private static int[] with(int[] entries, int entry) {
            int[] more = Arrays.copyOf(entries, entries.length + 1);
            more[entries.length] = entry;
            return more;
        }
    }

    private final Node root = new Node();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Double> trust;

    private TopicLexicon(Map<String, Double> trust) {
        this.trust = trust;
    }

    static TopicLexicon load(TopicTree tree) {
        Map<String, Double> trust = new HashMap<>();
        TopicResource.rows("trust.tsv", 3)
                .forEach(row -> trust.put(row.get(0) + ' ' + row.get(1), Double.parseDouble(row.get(2))));
        return load(tree, trust);
    }

    /** The lexicon under another trust in its words, by topic, a blank and the phrase as the file writes it. */
    static TopicLexicon load(TopicTree tree, Map<String, Double> trust) {
        TopicLexicon lexicon = new TopicLexicon(trust);
        TopicResource.rows("lexicon.tsv", 3).forEach(row -> {
            String topic = tree.term(row.get(0)).id();
            double weight = Double.parseDouble(row.get(1));
            for (String phrase : row.get(2).split(",")) {
                lexicon.add(topic, weight, phrase.strip());
            }
        });
        return lexicon;
    }

    /** Adds a phrase in the notation of {@code lexicon.tsv}; throws IllegalStateException if it says nothing. */
    void add(String topic, double weight, String phrase) {
        boolean restricted = phrase.indexOf(':') == 2;
        List<String> words = new ArrayList<>();
        List<Boolean> prefixes = new ArrayList<>();
        for (String part : phrase.substring(restricted ? 3 : 0).split(" ")) {
            TopicWords cut = TopicWords.of(part);
            for (int i = 0; i < cut.size(); i++) {
                words.add(cut.word(i));
                prefixes.add(part.endsWith("*") && i == cut.size() - 1);
            }
        }
        if (words.isEmpty()
                || (words.size() == 1 && prefixes.getFirst() && words.getFirst().length() < SHORTEST_PREFIX)) {
            throw new IllegalStateException("topic " + topic + ": too short: \"" + phrase + "\"");
        }
        Node node = root;
        for (char c : words.getFirst().toCharArray()) {
            node = node.make(c);
        }
        node.end(entries.size(), prefixes.getFirst());
        String text = phrase.substring(restricted ? 3 : 0).replace('*', '…');
        entries.add(new Entry(
                topic,
                List.copyOf(words),
                List.copyOf(prefixes),
                restricted ? phrase.substring(0, 2) : null,
                phrase.chars().allMatch(c -> c < 128),
                weight,
                trust.getOrDefault(topic + ' ' + text, UNSEEN),
                text));
    }

    int size() {
        return entries.size();
    }

    Entry entry(int index) {
        return entries.get(index);
    }

    /** Hands out the index of every entry that matches at this word. */
    void match(TopicWords words, int at, @Nullable String language, IntConsumer found) {
        @Nullable Node node = root;
        String text = words.text();
        int end = words.end(at);
        for (int i = words.start(at); i < end; i++) {
            node = node.follow(text.charAt(i));
            if (node == null) {
                return;
            }
            offer(node.prefix, words, at, language, found);
        }
        offer(node.exact, words, at, language, found);
    }

    private void offer(int[] candidates, TopicWords words, int at, @Nullable String language, IntConsumer found) {
        for (int index : candidates) {
            if (matches(entries.get(index), words, at, language)) {
                found.accept(index);
            }
        }
    }

    private static boolean matches(Entry entry, TopicWords words, int at, @Nullable String language) {
        int size = entry.words().size();
        if (at + size > words.size() || !speaks(entry, language)) {
            return false;
        }
        for (int i = 1; i < size; i++) {
            if (!words.is(at + i, entry.words().get(i), entry.prefixes().get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Without accents, foreign words can look like English ones that mean something else. */
    private static boolean speaks(Entry entry, @Nullable String language) {
        if (language == null) {
            return true;
        }
        return entry.language() == null
                ? entry.english() || !language.equals("en")
                : entry.language().equals(language);
    }
}
