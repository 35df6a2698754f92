package dateline.enrich.quote;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one language attributes words: its verbs of saying and the small words around them, from
 * {@code quotes/<language>.txt}. {@code docs/quotes.md} says what each key means; adding a language is adding a file.
 */
final class Speech {
    /** What a verb of saying takes. */
    enum Verb {
        /** A quotation, a clause, or a clause with "that". */
        SAY,
        /** A quotation, or a clause with "that". */
        STATE,
        /** A listener first: "told reporters". */
        TELL,
        /** Only a quotation: "laughed". */
        UTTER,
        /** Only a clause: "expects". */
        EXPECT,
        /** An object and what it is called. */
        CALL
    }

    private static final Set<String> KEYS = Set.of(
            "as",
            "with",
            "say",
            "state",
            "tell",
            "utter",
            "expect",
            "call",
            "that",
            "according",
            "he",
            "she",
            "they",
            "it",
            "who",
            "of",
            "preposition",
            "article",
            "skip",
            "not",
            "passive",
            "and",
            "while",
            "saying",
            "source",
            "when",
            "listener",
            "document",
            "abbreviation",
            "order",
            "dash",
            "he-noun",
            "she-noun",
            "leader",
            "title",
            "adverb-ending",
            "definite",
            "bare",
            "no-clause",
            "opens-clause",
            "topic",
            "which",
            "indefinite",
            "noun-marker",
            "hears",
            "court");

    private final Locale locale;
    private final Map<String, Verb> verbs = new HashMap<>();
    private final Map<String, Set<String>> words = new HashMap<>();
    private final List<List<String>> according = new ArrayList<>();

    Speech(String language, List<String> lines) {
        locale = Locale.forLanguageTag(language);
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            int colon = line.indexOf(':');
            String key = colon < 0 ? line : line.substring(0, colon).strip();
            if (!KEYS.contains(key)) {
                throw new IllegalArgumentException("quotes/" + language + ".txt: no such key: " + line);
            }
            add(key, line.substring(colon + 1).strip());
        }
    }

    /** The file of a language; null if there is none. */
    static @Nullable Speech load(String language) {
        try (InputStream in = Speech.class.getResourceAsStream("/quotes/" + language + ".txt")) {
            if (in == null) {
                return null;
            }
            return new Speech(
                    language,
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                            .lines()
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String key, String values) {
        if (key.equals("according")) {
            for (String phrase : values.split(";")) {
                according.add(List.of(phrase.strip().split(" +")));
            }
            return;
        }
        for (String value : values.split(" +")) {
            for (String form : forms(value)) {
                Verb verb = verb(key);
                if (verb != null) {
                    verbs.putIfAbsent(form, verb);
                }
                if (verb == null || key.equals("saying")) {
                    words.computeIfAbsent(key, k -> new HashSet<>()).add(form);
                }
            }
        }
    }

    /** "сказал/а/и" stands for сказал, сказала and сказали. */
    private static List<String> forms(String value) {
        String[] parts = value.split("/", -1);
        List<String> forms = new ArrayList<>(parts.length);
        forms.add(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            forms.add(parts[0] + parts[i]);
        }
        return forms;
    }

    private static @Nullable Verb verb(String key) {
        return switch (key) {
            case "say" -> Verb.SAY;
            case "state", "saying" -> Verb.STATE;
            case "tell" -> Verb.TELL;
            case "utter" -> Verb.UTTER;
            case "expect" -> Verb.EXPECT;
            case "call" -> Verb.CALL;
            default -> null;
        };
    }

    String lower(String surface) {
        return surface.toLowerCase(locale);
    }

    @Nullable
    Verb verb(Unit unit) {
        return unit.kind() == Unit.Kind.WORD ? verbs.get(unit.word()) : null;
    }

    /** Whether the word may come behind a quotation as its verb. */
    boolean isSaying(String word) {
        Verb verb = verbs.get(word);
        return verb != null && verb != Verb.EXPECT && verb != Verb.CALL;
    }

    boolean is(String key, Unit unit) {
        return unit.kind() == Unit.Kind.WORD && isWord(key, unit.word());
    }

    boolean isWord(String key, String word) {
        Set<String> set = words.get(key);
        return set != null && set.contains(word);
    }

    boolean isAbbreviation(String word) {
        return isWord("abbreviation", word);
    }

    /** Whether the word may stand between a speaker and the verb. */
    boolean isSkipped(Unit unit) {
        if (unit.kind() != Unit.Kind.WORD) {
            return false;
        }
        String word = unit.word();
        if (isWord("skip", word)) {
            return true;
        }
        for (String ending : words.getOrDefault("adverb-ending", Set.of())) {
            if (word.length() > ending.length() + 2 && word.endsWith(ending) && !unit.capital()) {
                return true;
            }
        }
        return false;
    }

    boolean has(String key) {
        return words.containsKey(key);
    }

    boolean isPreposition(Unit unit) {
        return is("preposition", unit) || is("of", unit);
    }

    boolean isPronoun(Unit unit) {
        return is("he", unit) || is("she", unit) || is("they", unit) || is("it", unit);
    }

    /** Whether the verb stands at the end, as in Turkish. */
    boolean verbFinal() {
        return isWord("order", "verb-final");
    }

    /** Whether the verb stands at the beginning, as in Arabic. */
    boolean verbFirst() {
        return isWord("order", "verb-first");
    }

    /** Whether a dash at the beginning of a paragraph may open a quotation. */
    boolean dashes() {
        return isWord("dash", "yes");
    }

    /** How many units of a sentence from here on mean "according to"; 0 if they do not. */
    int according(Sentence sentence, int at) {
        for (List<String> phrase : according) {
            int i = 0;
            while (i < phrase.size()
                    && sentence.has(at + i)
                    && sentence.at(at + i).is(phrase.get(i))) {
                i++;
            }
            if (i == phrase.size()) {
                return i;
            }
        }
        return 0;
    }
}
