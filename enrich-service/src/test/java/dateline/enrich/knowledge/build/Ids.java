package dateline.enrich.knowledge.build;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gives ids, each at most once, and to what had one before the same again. */
final class Ids {
    /** What the source calls the thing ({@code iso:BY}, {@code geonames:625144}, {@code wikidata:Q184}) → our id. */
    private final Map<String, String> known = new HashMap<>();

    private final Set<String> taken = new HashSet<>();

    /** Reads {@code pins.tsv}, ids fixed by hand, and then the generated files of the last time. */
    static Ids keeping(Path knowledge) throws IOException {
        Ids ids = new Ids();
        for (String line : Files.readAllLines(knowledge.resolve("pins.tsv"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] cells = line.split("\t", -1);
                ids.keep(cells[0], cells[1]);
            }
        }
        JsonMapper json = JsonMapper.builder().build();
        for (String name : List.of("countries.jsonl", "regions.jsonl", "companies.jsonl")) {
            Path file = knowledge.resolve("generated").resolve(name);
            for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                JsonNode record = json.readTree(line);
                String key = record.path("key").asString("");
                String qid = record.path("wikidata").path("id").asString("");
                ids.keep(
                        key.isEmpty() ? "wikidata:" + qid : key,
                        record.path("id").asString());
            }
        }
        Path cities = knowledge.resolve("generated/cities.tsv.gz");
        if (Files.exists(cities)) {
            try (BufferedReader lines = new BufferedReader(
                    new InputStreamReader(new GZIPInputStream(Files.newInputStream(cities)), StandardCharsets.UTF_8))) {
                lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                    String[] cells = line.split("\t", -1);
                    ids.keep("geonames:" + cells[7], cells[0]);
                });
            }
        }
        return ids;
    }

    private void keep(String key, String id) {
        if (!known.containsKey(key)) {
            known.put(key, id);
            taken.add(id);
        }
    }

    /**
     * The id of the thing.
     *
     * @param key what the source calls it
     * @param prefix {@code person}, {@code org} or {@code place}
     * @param qualifiers what to add, one after the other, while the id is another thing's
     */
    String idOf(String key, String prefix, String name, String... qualifiers) {
        String before = known.get(key);
        if (before != null) {
            return before;
        }
        String slug = slug(name);
        String id = prefix + ":" + (slug.isEmpty() ? slug(qualifiers[qualifiers.length - 1]) : slug);
        for (int i = 0; i < qualifiers.length && taken.contains(id); i++) {
            id += "-" + slug(qualifiers[i]);
        }
        if (!taken.add(id)) {
            throw new IllegalStateException(key + " and another thing are both " + id);
        }
        known.put(key, id);
        return id;
    }

    static String slug(String name) {
        String plain = Normalizer.normalize(name.replaceFirst("(?i)^the ", ""), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace("ł", "l")
                .replace("ø", "o")
                .replace("đ", "d")
                .replace("ð", "d")
                .replace("þ", "th")
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace("ı", "i")
                .replace("ə", "a")
                .replace("&", " and ")
                .replaceAll("['’ʻ`ʼ]", "");
        return plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
