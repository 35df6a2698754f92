package dateline.enrich.knowledge.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Provinces, states and districts, from the CLDR's names of ISO 3166-2 subdivisions. */
final class Regions {
    private static final List<String> LOCALES = List.of(
            "en", "be", "ru", "uk", "pl", "hy", "ka", "az", "tr", "de", "fr", "es", "it", "pt", "ar", "fa", "el", "zh",
            "he", "ja", "ko");
    /** Subdivided down to the parish: their names would be noise. */
    private static final Set<String> TOO_FINE = Set.of(
            "SI", "UG", "LV", "CZ", "EE", "MK", "MA", "IS", "MT", "LT", "BD", "BS", "MV", "MH", "SC", "MD", "BF", "LI",
            "SM", "AG", "BB", "DM", "GD", "JM", "KN", "LC", "VC", "NR", "PW", "TV", "AD", "AZ", "GN", "GB", "BW", "LK",
            "AL");

    private static final Set<String> KEPT =
            Set.of("gbeng", "gbsct", "gbwls", "gbnir", "aznx", "caqc", "usny", "cvb", "pkjk");
    private static final Set<String> ALSO_TERRITORIES = Set.of(
            "fr971", "fr972", "fr973", "fr974", "fr976", "usas", "usgu", "usmp", "uspr", "usvi", "usum", "cnhk", "cnmo",
            "cntw", "fi01", "nlaw", "nlcw", "nlsx", "no21", "no22", "escn", "nlbq1", "nlbq2", "nlbq3");
    private static final Pattern NO_NAME = Pattern.compile(
            "(?i)((north|south|east|west|central|centre|center|upper|lower|northern|southern|eastern|western|middle"
                    + "|nord|sud|est|ouest|norte|sur|este|oeste|capital|savannah?|coast|islands?|plateaux|highlands|delta"
                    + "|river|rivers|cross|plateau|mid|far|region|district|province|state|of|the|and|federal|city)"
                    + "([- ]|$))+");

    /** Their regions are in the news under their own names. */
    private static final Set<String> WELL_KNOWN = Set.of(
            "US", "GB", "CA", "AU", "DE", "FR", "ES", "IT", "IN", "CN", "RU", "UA", "BE", "CH", "AT", "PK", "ET", "GE");

    private record Region(String code, String name) {
        String country() {
            return code.substring(0, 2).toUpperCase(Locale.ROOT);
        }

        String isoCode() {
            return country() + "-" + code.substring(2).toUpperCase(Locale.ROOT);
        }
    }

    private final Map<String, JsonNode> names;
    private final Countries countries;
    private final List<Region> regions = new ArrayList<>();

    private Regions(Map<String, JsonNode> names, Countries countries, Set<String> citySlugs) {
        this.names = names;
        this.countries = countries;
        Objects.requireNonNull(names.get("en")).properties().forEach(entry -> {
            Region region = new Region(
                    entry.getKey(),
                    entry.getValue()
                            .asString()
                            .replaceAll("[²³]", "")
                            .replaceAll("\\s*\\(.*", "")
                            .strip());
            if (isWanted(region, citySlugs)) {
                regions.add(region);
            }
        });
    }

    static Regions read(Path packages, Countries countries, Cities cities) throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        Map<String, JsonNode> names = new LinkedHashMap<>();
        for (String locale : LOCALES) {
            Path file = packages.resolve("cldr-subdivisions-full/subdivisions/" + locale + "/" + locale + ".json");
            if (Files.exists(file)) {
                names.put(
                        locale,
                        json.readTree(Files.readString(file))
                                .path("subdivisions")
                                .path("localeDisplayNames")
                                .path("subdivisions"));
            }
        }
        return new Regions(names, countries, cities.slugs());
    }

    private static boolean isWanted(Region region, Set<String> citySlugs) {
        boolean kept = KEPT.contains(region.code());
        boolean noise = TOO_FINE.contains(region.country())
                || ALSO_TERRITORIES.contains(region.code())
                || NO_NAME.matcher(region.name()).matches()
                || region.name().length() < 3
                // Where city and district share the name, the city is meant.
                || citySlugs.contains(region.country() + ":" + Ids.slug(region.name()));
        return kept || !noise;
    }

    List<GeneratedRecord> wellKnown(Ids ids) {
        return regions.stream()
                .filter(region -> WELL_KNOWN.contains(region.country()))
                .map(region -> record(region, ids))
                .toList();
    }

    List<GeneratedRecord> others(Ids ids) {
        return regions.stream()
                .filter(region -> !WELL_KNOWN.contains(region.country()))
                .map(region -> record(region, ids))
                .toList();
    }

    private GeneratedRecord record(Region region, Ids ids) {
        String key = "iso:" + region.isoCode();
        String id = ids.idOf(
                key, "place", region.name(), region.country(), region.code().substring(2));
        GeneratedRecord record = new GeneratedRecord(id, "region", region.name())
                .with("key", key)
                .with("country", region.country())
                .with("prior", Set.of("US", "RU", "UA", "GB").contains(region.country()) ? 0.3 : 0.15)
                .with("source", "cldr");
        countries
                .subdivision(region.isoCode())
                .ifPresent(feature -> record.wikidata(feature.get("wikidata"), "country-coder"));
        names.forEach((locale, texts) -> {
            String text = texts.path(region.code()).asString("").replaceAll("[²³]", "");
            if (!text.matches(".*[(（\\[].*")) {
                record.spell("names", locale, text);
            }
        });
        return record;
    }
}
