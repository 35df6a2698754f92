package dateline.enrich.geography;

import dateline.enrich.knowledge.Demonym;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Counts words such as "Belarusian" that hint at a country. */
final class Demonyms {
    /** Adjectives of these languages are told by their stem; endings have two or three letters. */
    private static final Set<String> STEMMED = Set.of("ru", "uk", "be");

    private static final int LONGEST_WORD = 30;
    private static final int LONGEST_PHRASE = 3;

    /** Country by language and phrase in lower case. */
    private final Map<String, String> countries = new HashMap<>();

    /** Takes the demonyms with what tells a place's country. */
    Demonyms(List<Demonym> demonyms, Function<String, @Nullable String> countryOf) {
        for (Demonym demonym : demonyms) {
            String country = countryOf.apply(demonym.place());
            if (country == null) {
                continue;
            }
            String text = demonym.text().toLowerCase(Locale.ROOT);
            countries.putIfAbsent(demonym.language() + " " + text, country);
            if (STEMMED.contains(demonym.language())
                    && text.length() > 6
                    && (text.endsWith("ий") || text.endsWith("ый") || text.endsWith("кі"))) {
                int ending = text.endsWith("кі") ? 1 : 2;
                countries.putIfAbsent(demonym.language() + "*" + text.substring(0, text.length() - ending), country);
            }
        }
    }

    /** Adds how often each country is hinted at. English ones are written with a capital: "polish" hints at nothing. */
    void count(String text, String language, Map<String, Integer> counts) {
        int at = 0;
        while (at < text.length()) {
            int start = at;
            at = wordEnd(text, start);
            if (at == start) {
                at++;
                continue;
            }
            if (at - start > LONGEST_WORD || (language.equals("en") && !Character.isUpperCase(text.charAt(start)))) {
                continue;
            }
            String country = null;
            int end = at;
            for (int words = 1; words <= LONGEST_PHRASE && country == null; words++) {
                country = find(text.substring(start, end).toLowerCase(Locale.ROOT), language);
                int next = end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '-')
                        ? wordEnd(text, end + 1)
                        : end;
                if (next <= end + 1 || next - end > LONGEST_WORD) {
                    break;
                }
                end = next;
            }
            if (country != null) {
                counts.merge(country, 1, Integer::sum);
            }
        }
    }

    private static int wordEnd(String text, int start) {
        int end = start;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private @Nullable String find(String word, String language) {
        String exact = countries.get(language + " " + word);
        if (exact != null || !STEMMED.contains(language)) {
            return exact;
        }
        for (int ending = 1; ending <= 3 && word.length() - ending > 4; ending++) {
            String stem = countries.get(language + "*" + word.substring(0, word.length() - ending));
            if (stem != null) {
                return stem;
            }
        }
        return null;
    }
}
