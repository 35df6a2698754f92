package dateline.ingest.extract;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much of a text's words another has, as bags of words ({@code \w+}, Unicode, case kept): precision, recall, F1. */
record WordF1(double precision, double recall) {
    private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

    static WordF1 of(String expected, String actual) {
        Map<String, Integer> wanted = bag(expected);
        Map<String, Integer> got = bag(actual);
        long common = 0;
        for (Map.Entry<String, Integer> entry : got.entrySet()) {
            common += Math.min(entry.getValue(), wanted.getOrDefault(entry.getKey(), 0));
        }
        long expectedWords = total(wanted);
        long actualWords = total(got);
        return new WordF1(
                actualWords == 0 ? (expectedWords == 0 ? 1 : 0) : common / (double) actualWords,
                expectedWords == 0 ? (actualWords == 0 ? 1 : 0) : common / (double) expectedWords);
    }

    double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    private static long total(Map<String, Integer> bag) {
        return bag.values().stream().mapToLong(Integer::longValue).sum();
    }

    private static Map<String, Integer> bag(String text) {
        Map<String, Integer> bag = new HashMap<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            bag.merge(matcher.group(), 1, Integer::sum);
        }
        return bag;
    }
}
