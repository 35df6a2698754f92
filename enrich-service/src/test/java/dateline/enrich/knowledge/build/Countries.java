package dateline.enrich.knowledge.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Countries, territories and continents: ids from country-coder, names from the CLDR. */
final class Countries {
    static final List<String> LOCALES = List.of(
            "en", "be", "ru", "uk", "pl", "cs", "sk", "bg", "sr", "hr", "sl", "mk", "ro", "hu", "de", "fr", "es", "pt",
            "it", "nl", "sv", "da", "no", "fi", "et", "lv", "lt", "el", "tr", "az", "hy", "ka", "kk", "uz", "ky", "tg",
            "ar", "fa", "he", "ur", "hi", "bn", "id", "vi", "th", "zh", "zh-Hant", "ja", "ko", "sw", "am", "sq");

    private static final Pattern PROPERTIES = Pattern.compile("properties: (\\{[^{}]*wikidata: ?\"Q\\d+\"[^{}]*})");
    private static final Pattern PROPERTY = Pattern.compile("(\\w+): \"([^\"]*)\"");
    private static final Pattern ALIASES = Pattern.compile("aliases: \\[([^]]*)]");
    /** Explanations, not names: Myanmar (Burma), Congo - Kinshasa. */
    private static final Pattern EXPLAINED = Pattern.compile(".*([(（\\[]| [-–—] | SAR|САР).*");
    /** Dependencies nobody writes about, groups that are no place, and what is an organisation. */
    private static final Set<String> LEFT_OUT = Set.of("UN", "EU", "EZ", "EA", "FX", "QO", "UM", "CP", "BV", "HM");

    /** Where the ISO code stands at a realm, but everybody means the country in it. */
    private static final Map<String, String> MOTHER_COUNTRY = Map.of("NL", "Netherlands", "DK", "Denmark");

    /** A feature of country-coder. */
    record Feature(Map<String, String> properties) {
        String get(String property) {
            return properties.getOrDefault(property, "");
        }
    }

    private final List<Feature> features;
    private final Map<String, JsonNode> names;

    private Countries(List<Feature> features, Map<String, JsonNode> names) {
        this.features = features;
        this.names = names;
    }

    static Countries read(Path packages) throws IOException {
        String code = Files.readString(packages.resolve("country-coder/dist/country-coder.mjs"));
        List<Feature> features = new ArrayList<>();
        for (Matcher feature = PROPERTIES.matcher(code); feature.find(); ) {
            Map<String, String> properties = new TreeMap<>();
            for (Matcher property = PROPERTY.matcher(feature.group(1)); property.find(); ) {
                properties.put(property.group(1), property.group(2));
            }
            Matcher aliases = ALIASES.matcher(feature.group(1));
            if (aliases.find()) {
                properties.put("aliases", aliases.group(1));
            }
            features.add(new Feature(properties));
        }
        JsonMapper json = JsonMapper.builder().build();
        Map<String, JsonNode> names = new TreeMap<>();
        for (String locale : LOCALES) {
            Path file = packages.resolve("cldr-localenames-full/main/" + locale + "/territories.json");
            names.put(
                    locale,
                    json.readTree(Files.readString(file))
                            .path("main")
                            .path(locale)
                            .path("localeDisplayNames")
                            .path("territories"));
        }
        return new Countries(features, names);
    }

    /** The feature that country-coder lists under another code of ours, for example {@code US-AK}. */
    Optional<Feature> subdivision(String isoCode) {
        return features.stream()
                .filter(feature -> feature.get("iso1A2").isEmpty())
                .filter(feature -> feature.get("aliases").contains("\"" + isoCode + "\""))
                .findFirst();
    }

    List<GeneratedRecord> records(Ids ids) {
        List<GeneratedRecord> records = new ArrayList<>();
        for (Feature listed : features) {
            String iso = listed.get("iso1A2");
            Feature feature = MOTHER_COUNTRY.containsKey(iso) ? named(MOTHER_COUNTRY.get(iso)) : listed;
            String m49 = feature.get("m49");
            if (!iso.isEmpty() && !LEFT_OUT.contains(iso) && !iso.equals("AQ")) {
                boolean territory = !listed.get("country").isEmpty();
                String id = ids.idOf("iso:" + iso, "place", feature.get("nameEn"), iso);
                GeneratedRecord record =
                        new GeneratedRecord(id, territory ? "territory" : "country", feature.get("nameEn"));
                record.with("key", "iso:" + iso).with("country", iso).with("prior", territory ? 0.3 : 0.6);
                finish(record, feature, iso, records);
            } else if (feature.get("level").equals("region")
                    || Set.of("003", "005").contains(m49)) {
                String code = m49.isEmpty() ? iso : m49;
                String id = ids.idOf("m49:" + code, "place", feature.get("nameEn"), "continent");
                GeneratedRecord record = new GeneratedRecord(id, "continent", feature.get("nameEn"));
                finish(record.with("key", "m49:" + code).with("prior", 0.4), feature, code, records);
            } else if (feature.get("level").matches("(inter|sub).*[rR]egion") && !m49.isEmpty()) {
                String id = ids.idOf("m49:" + m49, "place", feature.get("nameEn"), "area");
                GeneratedRecord record = new GeneratedRecord(id, "area", feature.get("nameEn"));
                finish(record.with("key", "m49:" + m49).with("prior", 0.2), feature, m49, records);
            }
        }
        return records;
    }

    private Feature named(String name) {
        return features.stream()
                .filter(feature -> feature.get("nameEn").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void finish(GeneratedRecord record, Feature feature, String code, List<GeneratedRecord> records) {
        record.wikidata(feature.get("wikidata"), "country-coder").with("source", "cldr");
        for (String locale : LOCALES) {
            JsonNode territories = names.get(locale);
            for (String variant : List.of("", "-alt-short", "-alt-variant")) {
                String text = territories.path(code + variant).asString("");
                if (text.isEmpty()
                        || text.equals(code)
                        || EXPLAINED.matcher(text).matches()) {
                    continue;
                }
                boolean acronym = variant.equals("-alt-short") && text.matches("\\p{Lu}{2,4}");
                record.spell(acronym ? "acronyms" : "names", locale, text);
            }
        }
        records.add(record);
    }
}
