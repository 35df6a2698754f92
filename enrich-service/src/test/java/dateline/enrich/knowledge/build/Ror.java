package dateline.enrich.knowledge.build;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An organisation as the Research Organization Registry describes it.
 *
 * @param ror its id there
 * @param name the one the registry shows
 * @param names label and aliases by language, {@code und} where it is not said; no acronyms
 * @param acronyms as the registry has them
 * @param types in lower case: {@code education}, {@code government}, …
 * @param country ISO 3166-1 alpha-2
 * @param items its Wikidata ids
 * @param article title of its English Wikipedia article
 */
record Ror(
        String ror,
        String name,
        Map<String, Set<String>> names,
        Set<String> acronyms,
        Set<String> types,
        String country,
        Set<String> items,
        @Nullable String article) {
    private static final Pattern FILE = Pattern.compile("0[a-z0-9]{8}\\.json");
    private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.(\\d+)");
    private static final Pattern ARTICLE = Pattern.compile("https?://en\\.wikipedia\\.org/wiki/(.+)");

    /** Items of that span were made in one go from the registry's forerunner; many double an older item. */
    private static final long FIRST_DOUBLE = 30_250_000;

    private static final long LAST_DOUBLE = 30_300_000;

    /** Whether it is exactly one item, and one to believe. */
    boolean hasItem() {
        if (items.size() != 1 || !item().matches("Q\\d+")) {
            return false;
        }
        long number = Long.parseLong(item().substring(1));
        return number < FIRST_DOUBLE || number > LAST_DOUBLE;
    }

    String item() {
        return items.iterator().next();
    }

    /** The newest version of each active record below the folder; the releases lie in folders named after them. */
    static List<Ror> read(Path folder) throws IOException {
        Map<String, Path> newest = new TreeMap<>();
        Comparator<Path> order = Comparator.comparingLong(Ror::version).thenComparing(Path::toString);
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> FILE.matcher(file.getFileName().toString()).matches())
                    .forEach(file -> newest.merge(
                            file.getFileName().toString(),
                            file,
                            (one, other) -> order.compare(one, other) < 0 ? other : one));
        }
        JsonMapper json = JsonMapper.builder().build();
        List<Ror> all = new ArrayList<>();
        for (Path file : newest.values()) {
            JsonNode record = json.readTree(file.toFile());
            if (record.path("status").asString("").equals("active")) {
                all.add(record.has("locations") ? second(record) : first(record));
            }
        }
        return all;
    }

    private static long version(Path file) {
        Matcher version = VERSION.matcher(file.toString());
        return version.find() ? Long.parseLong(version.group(1)) * 1000 + Long.parseLong(version.group(2)) : 0;
    }

    /** Schema 1, which had a field for each kind of name. */
    private static Ror first(JsonNode record) {
        String name = record.path("name").asString("");
        Map<String, Set<String>> names = new LinkedHashMap<>();
        add(names, "und", name);
        record.path("aliases").forEach(alias -> add(names, "und", alias.asString("")));
        record.path("labels")
                .forEach(label -> add(
                        names,
                        label.path("iso639").asString("und"),
                        label.path("label").asString("")));
        return new Ror(
                record.path("id").asString(""),
                name,
                names,
                texts(record.path("acronyms")),
                types(record),
                record.path("country").path("country_code").asString(""),
                texts(record.path("external_ids").path("Wikidata").path("all")),
                article(record.path("wikipedia_url").asString("")));
    }

    private static Ror second(JsonNode record) {
        String shown = "";
        Set<String> acronyms = new TreeSet<>();
        Map<String, Set<String>> names = new LinkedHashMap<>();
        for (JsonNode name : record.path("names")) {
            Set<String> kinds = texts(name.path("types"));
            String text = name.path("value").asString("");
            if (kinds.contains("ror_display")) {
                shown = text;
            }
            if (kinds.contains("acronym")) {
                acronyms.add(text);
            } else {
                add(names, name.path("lang").asString("und"), text);
            }
        }
        Set<String> items = new TreeSet<>();
        for (JsonNode external : record.path("external_ids")) {
            if (external.path("type").asString("").equals("wikidata")) {
                items.addAll(texts(external.path("all")));
            }
        }
        String link = "";
        for (JsonNode candidate : record.path("links")) {
            if (candidate.path("type").asString("").equals("wikipedia")) {
                link = candidate.path("value").asString("");
            }
        }
        return new Ror(
                record.path("id").asString(""),
                shown,
                names,
                acronyms,
                types(record),
                record.path("locations")
                        .path(0)
                        .path("geonames_details")
                        .path("country_code")
                        .asString(""),
                items,
                article(link));
    }

    private static void add(Map<String, Set<String>> names, String language, String text) {
        if (!text.isBlank()) {
            names.computeIfAbsent(language, unknown -> new TreeSet<>()).add(text.strip());
        }
    }

    private static Set<String> types(JsonNode record) {
        Set<String> types = new TreeSet<>();
        texts(record.path("types")).forEach(type -> types.add(type.toLowerCase(Locale.ROOT)));
        return types;
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(text -> texts.add(text.asString("")));
        return texts;
    }

    private static @Nullable String article(String link) {
        Matcher article = ARTICLE.matcher(link);
        if (!article.matches()) {
            return null;
        }
        try {
            return URLDecoder.decode(article.group(1).replace("+", "%2B"), StandardCharsets.UTF_8)
                    .replace('_', ' ')
                    .strip();
        } catch (IllegalArgumentException notEncoded) {
            return article.group(1).replace('_', ' ').strip();
        }
    }

    /** Whether the English Wikipedia has it under exactly this name: then it is the best known that is called so. */
    boolean isBestKnownAs(String text) {
        return text.equals(article);
    }
}
