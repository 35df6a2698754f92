package dateline.enrich.topic;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * English texts that say what a media topic is: its name and IPTC's definition, and the lexicon's words for it.
 *
 * @param definitions by id
 * @param words by id; a topic has none if the lexicon has none for it
 */
record TermTexts(Map<String, TopicText> definitions, Map<String, TopicText> words) {
    static TermTexts read(TopicTree tree, Path definitionsFile) {
        JsonNode terms = JsonMapper.builder()
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .build()
                .readTree(definitionsFile.toFile());
        Map<String, TopicText> definitions = new LinkedHashMap<>();
        tree.terms().stream().map(TopicTree.Term::id).sorted().forEach(id -> {
            JsonNode definition = terms.get(id);
            if (definition != null) {
                definitions.put(
                        id,
                        text(
                                tree.term(id).name(),
                                definition.path("Definition (en-GB)").asString("")));
            }
        });
        Map<String, List<String>> phrases = new LinkedHashMap<>();
        TopicResource.rows("lexicon.tsv", 3)
                .forEach(row -> phrases.computeIfAbsent(row.get(0), id -> new ArrayList<>())
                        .addAll(Stream.of(row.get(2).split(","))
                                .map(String::strip)
                                .filter(phrase -> phrase.chars().allMatch(c -> c < 128))
                                .filter(phrase -> phrase.indexOf(':') != 2 || phrase.startsWith("en:"))
                                .map(phrase -> phrase.substring(phrase.indexOf(':') + 1)
                                        .replace("*", ""))
                                .toList()));
        Map<String, TopicText> words = new TreeMap<>();
        phrases.forEach((id, all) -> words.put(id, text("", String.join(" ", all))));
        return new TermTexts(definitions, words);
    }

    private static TopicText text(String title, String body) {
        return new TopicText(title, body, null, List.of(), null, "en");
    }
}
