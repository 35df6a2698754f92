package dateline.enrich.knowledge.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** One line of a generated JSONL file. */
final class GeneratedRecord implements Comparable<GeneratedRecord> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    final String id;
    private String item = "";
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final Map<String, Map<String, List<String>>> spellings = new LinkedHashMap<>();
    /** A spelling is held once, under the first language that has it. */
    private final Set<String> seen = new LinkedHashSet<>();

    GeneratedRecord(String id, String kind, String name) {
        this.id = id;
        fields.put("id", id);
        fields.put("kind", kind);
        fields.put("name", name);
        seen.add(name);
    }

    GeneratedRecord with(String field, Object value) {
        fields.put(field, value);
        return this;
    }

    GeneratedRecord wikidata(String qid, String source) {
        item = qid;
        Map<String, String> value = new LinkedHashMap<>();
        value.put("id", qid);
        value.put("source", source);
        return with("wikidata", value);
    }

    /** Its Wikidata id, or nothing. */
    String item() {
        return item;
    }

    /** Adds a spelling unless it is there; {@code field} is {@code names}, {@code acronyms}, … */
    GeneratedRecord spell(String field, String language, String text) {
        String clean = text.strip();
        if (!clean.isEmpty() && seen.add(clean)) {
            spellings
                    .computeIfAbsent(field, unknown -> new LinkedHashMap<>())
                    .computeIfAbsent(language, unknown -> new ArrayList<>())
                    .add(clean);
        }
        return this;
    }

    /** Says that the name shown is too common a word to name the entity alone. */
    void alsoShort(String name) {
        spellings
                .computeIfAbsent("short", unknown -> new LinkedHashMap<>())
                .computeIfAbsent("und", unknown -> new ArrayList<>())
                .add(name);
    }

    String toJson() {
        Map<String, Object> all = new LinkedHashMap<>(fields);
        Object source = all.remove("source");
        spellings.forEach((field, byLanguage) -> {
            Map<String, Object> written = new LinkedHashMap<>();
            byLanguage.forEach(
                    (language, texts) -> written.put(language, texts.size() == 1 ? texts.getFirst() : texts));
            all.put(field, written);
        });
        if (source != null) {
            all.put("source", source);
        }
        return JSON.writeValueAsString(all);
    }

    @Override
    public int compareTo(GeneratedRecord other) {
        return id.compareTo(other.id);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GeneratedRecord that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
