package dateline.enrich.reading;

import dateline.enrich.token.Tokens;
import dateline.enrich.words.WordFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Words and phrases that set an article apart, by statistics of the article alone: after YAKE (Campos and others, "YAKE!
 * Keyword extraction from single documents using multiple local features", Information Sciences 509, 2020), with phrases
 * of up to three words. Needs stop words of the language; without them, and in scripts without spaces, it finds none.
 */
final class Keywords {
    static final int MOST = 8;
    private static final int LONGEST_PHRASE = 3;
    private static final int LONGEST_WORD = 40;
    private static final int SHORTEST_WORD = 3;
    /** Tokens that are read: what stands behind says little that is new, and the work stays bounded. */
    private static final int MOST_TOKENS = 5_000;

    private final Map<String, Set<String>> stopWords = new HashMap<>();

    Keywords() {
        for (List<String> row : WordFile.rows("reading/stopwords.tsv", 2)) {
            stopWords.put(row.get(0), Set.of(row.get(1).split(" ")));
        }
    }

    /** What is known of a word. */
    private static final class Word {
        private int count;
        private int capitals;
        private int sentences;
        private int lastSentence = -1;
        private final List<Integer> at = new ArrayList<>();
        private final Map<Integer, Integer> left = new HashMap<>();
        private final Map<Integer, Integer> right = new HashMap<>();
    }

    /** A phrase with its best spelling. */
    private static final class Phrase {
        private final String surface;
        private final int[] words;
        private int count;

        Phrase(String surface, int[] words) {
            this.surface = surface;
            this.words = words;
        }
    }

    /** The best keywords first; single words and phrases as they first stand in the text. */
    List<String> of(Tokens tokens, String language) {
        Set<String> stops = stopWords.get(language);
        if (stops == null) {
            return List.of();
        }
        int size = Math.min(tokens.size(), MOST_TOKENS);
        int[] ids = new int[size];
        Arrays.fill(ids, -1);
        Map<String, Integer> index = new HashMap<>();
        List<Word> words = new ArrayList<>();
        int sentences = count(tokens, stops, ids, index, words);
        double[] scores = scores(words, Math.max(1, sentences));
        return best(phrases(tokens, ids).values(), scores);
    }

    private static int count(
            Tokens tokens, Set<String> stops, int[] ids, Map<String, Integer> index, List<Word> words) {
        int sentence = 0;
        for (; sentence < tokens.sentenceCount() && tokens.sentenceStart(sentence) < ids.length; sentence++) {
            int start = tokens.sentenceStart(sentence);
            int end = Math.min(tokens.sentenceEnd(sentence), ids.length);
            for (int i = start; i < end; i++) {
                int length = tokens.end(i) - tokens.start(i);
                if (!tokens.isWord(i) || length < SHORTEST_WORD || length > LONGEST_WORD) {
                    continue;
                }
                String surface = tokens.surface(i);
                String lower = surface.toLowerCase(Locale.ROOT);
                if (stops.contains(lower)) {
                    continue;
                }
                int id = index.computeIfAbsent(lower, key -> {
                    words.add(new Word());
                    return words.size() - 1;
                });
                ids[i] = id;
                Word word = words.get(id);
                word.count++;
                word.capitals += i > start && Character.isUpperCase(surface.charAt(0)) ? 1 : 0;
                if (word.lastSentence != sentence) {
                    word.lastSentence = sentence;
                    word.sentences++;
                    word.at.add(sentence);
                }
                if (i > start && ids[i - 1] >= 0) {
                    word.left.merge(ids[i - 1], 1, Integer::sum);
                    words.get(ids[i - 1]).right.merge(id, 1, Integer::sum);
                }
            }
        }
        return sentence;
    }

    /** YAKE's weight of each word; small is good. */
    private static double[] scores(List<Word> words, int sentences) {
        double mean = words.stream().mapToInt(word -> word.count).average().orElse(0);
        double variance = words.stream()
                .mapToDouble(word -> (word.count - mean) * (word.count - mean))
                .average()
                .orElse(0);
        int most = words.stream().mapToInt(word -> word.count).max().orElse(1);
        double[] scores = new double[words.size()];
        for (int i = 0; i < scores.length; i++) {
            Word word = words.get(i);
            double casing = word.capitals / (1 + Math.log(word.count));
            double position = Math.log(Math.log(3 + word.at.get(word.at.size() / 2)));
            double frequency = word.count / (mean + Math.sqrt(variance));
            double related = 1 + (spread(word.left) + spread(word.right)) * word.count / most;
            double spread = (double) word.sentences / sentences;
            scores[i] = related * (0.1 + position) / (casing + frequency / related + spread / related);
        }
        return scores;
    }

    /** Different neighbours to all neighbours: a word with ever new neighbours says little. */
    private static double spread(Map<Integer, Integer> neighbours) {
        int all = neighbours.values().stream().mapToInt(Integer::intValue).sum();
        return all == 0 ? 0 : (double) neighbours.size() / all;
    }

    private static Map<String, Phrase> phrases(Tokens tokens, int[] ids) {
        Map<String, Phrase> phrases = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            for (int end = i; end < Math.min(ids.length, i + LONGEST_PHRASE) && ids[end] >= 0; end++) {
                boolean apart = end > i && tokens.start(end) - tokens.end(end - 1) != 1;
                if (apart) {
                    break;
                }
                int[] words = Arrays.copyOfRange(ids, i, end + 1);
                String surface = tokens.text().substring(tokens.start(i), tokens.end(end));
                phrases.computeIfAbsent(Arrays.toString(words), key -> new Phrase(surface, words)).count++;
            }
        }
        return phrases;
    }

    private static List<String> best(Collection<Phrase> phrases, double[] scores) {
        List<Phrase> sorted = new ArrayList<>(phrases);
        Map<Phrase, Double> value = new HashMap<>();
        for (Phrase phrase : sorted) {
            double product = 1;
            double sum = 0;
            for (int word : phrase.words) {
                product *= scores[word];
                sum += scores[word];
            }
            value.put(phrase, product / (phrase.count * (1 + sum)));
        }
        sorted.sort(Comparator.<Phrase>comparingDouble(phrase -> value.getOrDefault(phrase, 0.0))
                .thenComparing(phrase -> phrase.surface));
        List<Phrase> kept = new ArrayList<>();
        for (Phrase phrase : sorted) {
            if (kept.size() == MOST) {
                break;
            }
            // A phrase that only shortens or lengthens a better one adds nothing.
            if (kept.stream().noneMatch(better -> overlap(better, phrase))) {
                kept.add(phrase);
            }
        }
        return kept.stream().map(phrase -> phrase.surface).toList();
    }

    private static boolean overlap(Phrase a, Phrase b) {
        return Arrays.stream(a.words).anyMatch(word -> Arrays.stream(b.words).anyMatch(other -> other == word));
    }
}
