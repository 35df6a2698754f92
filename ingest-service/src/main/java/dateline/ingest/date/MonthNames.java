package dateline.ingest.date;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names of months and days of the week in some fifty languages, in full and short, nominative and genitive. They are
 * found whatever their case, and without their accents too. The tables are the resources {@code month-names.properties}
 * and {@code weekday-names.properties}.
 */
public final class MonthNames {
    // Before the tables, which are read with it.
    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}");
    private static final Map<String, Integer> MONTHS = load("month-names.properties");
    private static final Map<String, Integer> WEEKDAYS = load("weekday-names.properties");

    private MonthNames() {}

    /** The month that the word names, 1 to 12. */
    public static OptionalInt month(String word) {
        return find(MONTHS, word);
    }

    /** The day of the week that the word names, from Monday = 1 to Sunday = 7. */
    public static OptionalInt weekday(String word) {
        return find(WEEKDAYS, word);
    }

    /** All forms of the names of months, in lower case: for looking for dates in a text. */
    public static Set<String> allMonths() {
        return MONTHS.keySet();
    }

    private static OptionalInt find(Map<String, Integer> names, String word) {
        if (word.length() > 40) {
            return OptionalInt.empty();
        }
        String key = normalized(word);
        Integer value = names.get(key);
        value = value == null ? names.get(withoutAccents(key)) : value;
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    /** Lower case, without the dot above that the Turkish capital I leaves behind, without final dots. */
    static String normalized(String word) {
        String lower = word.toLowerCase(Locale.ROOT)
                .replace("i\u0307", "i")
                .replace('\u02bc', '\'')
                .replace('’', '\'');
        int end = lower.length();
        while (end > 0 && lower.charAt(end - 1) == '.') {
            end--;
        }
        return lower.substring(0, end);
    }

    private static String withoutAccents(String word) {
        return word.chars().allMatch(c -> c < 128)
                ? word
                : ACCENTS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
                        .replaceAll("");
    }

    private static Map<String, Integer> load(String resource) {
        Map<String, Integer> exact = new HashMap<>();
        Map<String, Integer> folded = new HashMap<>();
        for (String line : lines(resource)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] names = line.substring(line.indexOf('=') + 1).split(",", -1);
            for (int i = 0; i < names.length; i++) {
                for (String form : names[i].strip().split("\\|")) {
                    String name = normalized(form.strip());
                    if (!name.isEmpty() && !name.equals("-")) {
                        exact.putIfAbsent(name, i + 1);
                        folded.putIfAbsent(withoutAccents(name), i + 1);
                    }
                }
            }
        }
        folded.forEach(exact::putIfAbsent);
        return Map.copyOf(exact);
    }

    private static List<String> lines(String resource) {
        try (InputStream in = MonthNames.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
