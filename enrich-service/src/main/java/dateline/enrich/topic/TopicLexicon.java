package dateline.enrich.topic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Words that speak for a topic. Found in one pass over an article's words, whatever the size of the lexicon. */
final class TopicLexicon {
    /**
     * A word or phrase that speaks for a topic.
     *
     * @param topic media topic id
     * @param words lower case; the last may be a beginning only
     * @param prefix whether every word counts that begins like the last
     * @param weight from 1, a hint, to 3, hardly ever anything else
     */
    record Entry(String topic, List<String> words, boolean prefix, double weight) {
        String text() {
            return String.join(" ", words) + (prefix ? "…" : "");
        }
    }

    private static final int SHORTEST_PREFIX = 3;

    private final Map<String, List<Entry>> byFirstWord = new HashMap<>();
    private final Map<String, List<Entry>> byPrefix = new HashMap<>();

    static TopicLexicon load(TopicTree tree) {
        TopicLexicon lexicon = new TopicLexicon();
        TopicResource.rows("lexicon.tsv", 3).forEach(row -> {
            String topic = tree.term(row.get(0)).id();
            double weight = Double.parseDouble(row.get(1));
            for (String phrase : row.get(2).split(",")) {
                lexicon.add(topic, weight, phrase.strip().toLowerCase(Locale.ROOT));
            }
        });
        return lexicon;
    }

    private void add(String topic, double weight, String phrase) {
        boolean prefix = phrase.endsWith("*");
        List<String> words = TopicWords.of(prefix ? phrase.substring(0, phrase.length() - 1) : phrase);
        if (words.isEmpty() || (prefix && words.getLast().length() < SHORTEST_PREFIX)) {
            throw new IllegalStateException("topics/lexicon.tsv: too short: \"" + phrase + "\" of " + topic);
        }
        Entry entry = new Entry(topic, words, prefix, weight);
        Map<String, List<Entry>> index = prefix && words.size() == 1 ? byPrefix : byFirstWord;
        index.computeIfAbsent(words.getFirst(), w -> new ArrayList<>()).add(entry);
    }

    /** Hands out every entry that matches at this word. */
    void match(List<String> words, int at, Consumer<Entry> found) {
        String word = words.get(at);
        for (Entry entry : byFirstWord.getOrDefault(word, List.of())) {
            if (matches(entry, words, at)) {
                found.accept(entry);
            }
        }
        for (int length = SHORTEST_PREFIX; length <= word.length(); length++) {
            byPrefix.getOrDefault(word.substring(0, length), List.of()).forEach(found);
        }
    }

    private static boolean matches(Entry entry, List<String> words, int at) {
        List<String> phrase = entry.words();
        if (at + phrase.size() > words.size()) {
            return false;
        }
        int last = phrase.size() - 1;
        for (int i = 1; i < last; i++) {
            if (!words.get(at + i).equals(phrase.get(i))) {
                return false;
            }
        }
        String end = words.get(at + last);
        return entry.prefix() ? end.startsWith(phrase.get(last)) : end.equals(phrase.get(last));
    }
}
