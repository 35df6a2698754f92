package dateline.enrich.topic;

import dateline.enrich.topic.OwnPhrase.Key;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds phrases in one pass over a text's words. A tree of letters holds the phrases' words, and the end of a word leads
 * to the tree of those that may follow; so the work at a word depends on what can go on there, not on how many phrases
 * there are or how long the text is.
 */
final class PhraseTree {
    private static final class Node {
        private final Map<Character, Node> letters = new HashMap<>(2);
        private @Nullable Node afterWord;
        private @Nullable Node afterBeginning;
        private int word = -1;
        private int beginning = -1;
    }

    private final Node root = new Node();
    private final Map<Key, Integer> numbers = new HashMap<>();

    /** The phrase's number, from 0; the same phrase has the same. */
    int add(Key key) {
        Integer known = numbers.get(key);
        if (known != null) {
            return known;
        }
        int number = numbers.size();
        numbers.put(key, number);
        Node node = root;
        for (int i = 0; i < key.words().size(); i++) {
            for (char c : key.words().get(i).toCharArray()) {
                node = node.letters.computeIfAbsent(c, letter -> new Node());
            }
            boolean open = key.open().get(i);
            if (i == key.words().size() - 1) {
                if (open) {
                    node.beginning = number;
                } else {
                    node.word = number;
                }
            } else if (open) {
                node = node.afterBeginning == null ? node.afterBeginning = new Node() : node.afterBeginning;
            } else {
                node = node.afterWord == null ? node.afterWord = new Node() : node.afterWord;
            }
        }
        return number;
    }

    int size() {
        return numbers.size();
    }

    /** The number of a phrase that was added. */
    int number(Key key) {
        return Objects.requireNonNull(numbers.get(key));
    }

    /** Hands out the number of every phrase wherever it stands. */
    void find(TopicWords words, IntConsumer found) {
        for (int i = 0; i < words.size(); i++) {
            find(root, words, i, found);
        }
    }

    private static void find(Node from, TopicWords words, int at, IntConsumer found) {
        if (at == words.size()) {
            return;
        }
        Node node = from;
        String text = words.text();
        for (int i = words.start(at); i < words.end(at); i++) {
            node = node.letters.get(text.charAt(i));
            if (node == null) {
                return;
            }
            offer(node.beginning, node.afterBeginning, words, at, found);
        }
        offer(node.word, node.afterWord, words, at, found);
    }

    private static void offer(int number, @Nullable Node next, TopicWords words, int at, IntConsumer found) {
        if (number >= 0) {
            found.accept(number);
        }
        if (next != null) {
            find(next, words, at + 1, found);
        }
    }
}
