package dateline.enrich.topic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads the file of the operator's own topics; {@code docs/enrichers.md} says what may stand in it. */
final class OwnTopicFile {
    private static final Set<String> FIELDS = Set.of("id", "name", "words", "least", "all", "none");
    private static final Pattern ID = Pattern.compile("own:[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,99}");
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,200}");

    private OwnTopicFile() {}

    /**
     * The topics of a file.
     *
     * @throws OwnTopicMistake if it can not be read or an entry is wrong, saying which topic, field and why
     */
    static List<OwnTopic> read(Path file) {
        Object root;
        try {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            // A list of ten thousand words is in order.
            options.setCodePointLimit(64 << 20);
            root = new Yaml(new SafeConstructor(options)).load(Files.readString(file));
        } catch (IOException e) {
            throw new OwnTopicMistake("dateline.own-topics.file " + file + " can not be read: " + e, e);
        } catch (YAMLException e) {
            throw new OwnTopicMistake(file + " is not YAML: " + e.getMessage(), e);
        }
        if (!(root instanceof Map<?, ?> map) || !(map.get("topics") instanceof List<?> list) || map.size() > 1) {
            throw new OwnTopicMistake(file + " must hold a list named topics and nothing else", null);
        }
        List<OwnTopic> topics = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Object entry : list) {
            String place = file + ", topic " + (topics.size() + 1);
            if (!(entry instanceof Map<?, ?> fields)) {
                throw new OwnTopicMistake(place + ": must have fields: id, name and words or all", null);
            }
            try {
                OwnTopic topic = topic(fields);
                require(ids.add(topic.id()), "id", "is also that of an earlier topic");
                topics.add(topic);
            } catch (IllegalArgumentException e) {
                String id = fields.get("id") instanceof String text ? " (" + text + ")" : "";
                throw new OwnTopicMistake(place + id + ": " + e.getMessage(), e);
            }
        }
        return topics;
    }

    private static OwnTopic topic(Map<?, ?> fields) {
        for (Object field : fields.keySet()) {
            require(FIELDS.contains(field), String.valueOf(field), "is no field of a topic");
        }
        String id = text(fields, "id", ID, "must be own: and letters, digits, dots, hyphens");
        String name = text(fields, "name", NAME, "must be a line of at most 200 characters");
        List<OwnPhrase> words = phrases(fields.get("words"), "words");
        List<List<OwnPhrase>> all = new ArrayList<>();
        for (Object item : list(fields.get("all"), "all")) {
            all.add(item instanceof List<?> any ? phrases(any, "all") : List.of(phrase(item, "all")));
            require(!all.getLast().isEmpty(), "all", "has an empty list");
        }
        require(!words.isEmpty() || !all.isEmpty(), "words", "or all is needed");
        int least = least(fields.get("least"), words);
        return new OwnTopic(id, name, words, least, all, phrases(fields.get("none"), "none"));
    }

    private static int least(@Nullable Object value, List<OwnPhrase> words) {
        int different = (int) words.stream().map(OwnPhrase::key).distinct().count();
        if (value == null) {
            return Math.min(2, different);
        }
        require(!words.isEmpty(), "least", "is about words, and there are none");
        require(value instanceof Integer, "least", "must be a number");
        int least = (Integer) value;
        // In the title each counts twice.
        require(least >= 1 && least <= 2 * different, "least", "must be from 1 to " + 2 * different);
        return least;
    }

    private static String text(Map<?, ?> fields, String field, Pattern pattern, String otherwise) {
        require(
                fields.get(field) instanceof String text
                        && !text.isBlank()
                        && pattern.matcher(text).matches(),
                field,
                otherwise);
        return String.valueOf(fields.get(field));
    }

    private static List<?> list(@Nullable Object value, String field) {
        require(value == null || value instanceof List, field, "must be a list");
        return value == null ? List.of() : (List<?>) value;
    }

    private static List<OwnPhrase> phrases(@Nullable Object value, String field) {
        List<OwnPhrase> phrases = new ArrayList<>();
        for (Object item : list(value, field)) {
            phrases.add(phrase(item, field));
        }
        return phrases;
    }

    private static OwnPhrase phrase(@Nullable Object item, String field) {
        // YAML reads no, on and 2026-01-01 as something else than words.
        require(item instanceof String, field, "has an entry that is not text (put it in quotes): " + item);
        try {
            return OwnPhrase.of(String.valueOf(item));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(field + " " + e.getMessage(), e);
        }
    }

    private static void require(boolean met, String field, String otherwise) {
        if (!met) {
            throw new IllegalArgumentException(field + " " + otherwise);
        }
    }
}
