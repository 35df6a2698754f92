package dateline.enrich.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A word or phrase of an operator's topic.
 *
 * @param key what must stand in the text
 * @param language the only one, as a primary subtag, in which it counts; null for all
 * @param text as evidence shows it
 */
record OwnPhrase(Key key, @Nullable String language, String text) {
    /**
     * Words that follow each other.
     *
     * @param words folded
     * @param open for each word, whether every word counts that begins like it
     */
    record Key(List<String> words, List<Boolean> open) {}

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Pattern RESTRICTED = Pattern.compile("[a-z]{2}:\\S.*");
    private static final int SHORTEST_OPEN = 2;
    private static final int MOST_WORDS = 10;

    /**
     * Reads {@code word}, {@code some words}, {@code begin*}, {@code de:wort}.
     *
     * @throws IllegalArgumentException saying in a clause what is wrong
     */
    static OwnPhrase of(String written) {
        String phrase = written.strip();
        String language = null;
        if (RESTRICTED.matcher(phrase).matches()) {
            language = phrase.substring(0, 2);
            if (!LANGUAGES.contains(language)) {
                throw new IllegalArgumentException(
                        "begins with \"" + language + ":\", which is no language of ISO 639-1: \"" + written + "\"");
            }
            phrase = phrase.substring(3);
        }
        List<String> words = new ArrayList<>();
        List<Boolean> open = new ArrayList<>();
        for (String part : phrase.split("\\s+")) {
            int star = part.indexOf('*');
            if (star >= 0 && star < part.length() - 1) {
                throw new IllegalArgumentException("has a * that is not at a word's end: \"" + written + "\"");
            }
            TopicWords cut = TopicWords.of(part);
            if (star >= 0 && (cut.size() == 0 || cut.word(cut.size() - 1).length() < SHORTEST_OPEN)) {
                throw new IllegalArgumentException("has a * behind less than two letters: \"" + written + "\"");
            }
            for (int i = 0; i < cut.size(); i++) {
                words.add(cut.word(i));
                open.add(star >= 0 && i == cut.size() - 1);
            }
        }
        if (words.isEmpty() || words.size() > MOST_WORDS) {
            throw new IllegalArgumentException("must have one to " + MOST_WORDS + " words: \"" + written + "\"");
        }
        return new OwnPhrase(new Key(List.copyOf(words), List.copyOf(open)), language, phrase.replace('*', '…'));
    }

    /** Whether it counts in an article of this language; if that is not known, it does. */
    boolean countsIn(@Nullable String articleLanguage) {
        return language == null || articleLanguage == null || language.equals(articleLanguage);
    }
}
