package dateline.enrich.knowledge.build;

import static java.util.Map.entry;

import dateline.contract.EntityType;
import dateline.enrich.knowledge.Entity;
import dateline.enrich.knowledge.EntityKind;
import dateline.enrich.knowledge.EntityName;
import dateline.enrich.knowledge.KnowledgeBase;
import dateline.enrich.knowledge.Location;
import dateline.enrich.token.Folding;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes {@code wikidata.tsv}: ids of entities that open lists confirm. An id is taken only if name, country and type
 * lead to one item and one entity, and no source contradicts. Arguments: the folder with the lists and the
 * {@code knowledge} folder.
 */
final class WikidataBuild {
    private static final Pattern QID = Pattern.compile("Q[1-9]\\d*");
    /**
     * Read and not believed: a namesake (another team of the club's name, a municipality instead of the city, a deputy
     * of a common name) or an item that could not be told from one.
     */
    private static final Set<String> REJECTED = Set.of(
            "Q28836957",
            "Q117952652",
            "Q5424838",
            "Q16845944",
            "Q137591415",
            "Q16374651",
            "Q3109740",
            "Q8995279",
            "Q9000717",
            "Q108315666",
            "Q25161472",
            "Q3781573",
            "Q19382273");

    /** Natural Earth and GeoNames need not mean the same spot of a city. */
    private static final double MOST_DEGREES = 0.3;

    private static final int LONG_NAME = 3;
    private static final int WELL_KNOWN = 20;

    /** Sources whose records {@link ListedBuild} writes, after this and heeding it. */
    static final Set<String> LISTED = Set.of("ror", "every-politician", "wikitrivia", "congress-legislators");

    /** What the registry may call our kinds of organisations. */
    private static final Map<EntityKind, List<String>> ROR_TYPES = Map.ofEntries(
            entry(EntityKind.UNIVERSITY, List.of("education")),
            entry(EntityKind.RESEARCH, List.of("facility", "government", "nonprofit", "education", "archive")),
            entry(EntityKind.CULTURAL_BODY, List.of("archive", "nonprofit", "government", "other")),
            entry(EntityKind.HOSPITAL, List.of("healthcare")),
            entry(EntityKind.MINISTRY, List.of("government")),
            entry(EntityKind.AGENCY, List.of("government", "facility", "nonprofit", "other")),
            entry(EntityKind.CENTRAL_BANK, List.of("government", "other", "company", "nonprofit")),
            entry(EntityKind.ARMED_FORCES, List.of("government", "other")),
            entry(EntityKind.SECURITY_SERVICE, List.of("government", "other")),
            entry(EntityKind.COURT, List.of("government", "other")),
            entry(EntityKind.PARLIAMENT, List.of("government", "other")),
            entry(EntityKind.COMPANY, List.of("company")),
            entry(EntityKind.BANK, List.of("company", "other", "nonprofit")),
            entry(EntityKind.STOCK_EXCHANGE, List.of("company", "other")),
            entry(EntityKind.MEDIA, List.of("company", "nonprofit", "government", "other", "archive")),
            entry(EntityKind.NEWS_AGENCY, List.of("company", "nonprofit", "government", "other")),
            entry(EntityKind.NGO, List.of("nonprofit", "other")),
            entry(EntityKind.UNION, List.of("nonprofit", "other")),
            entry(EntityKind.SPORTS_BODY, List.of("nonprofit", "other", "government")),
            entry(EntityKind.RELIGIOUS_BODY, List.of("nonprofit", "other")),
            entry(EntityKind.IGO, List.of("any")));

    private static final Pattern AMERICAN = Pattern.compile("^(?:the )?(?:united states|u\\.? ?s\\.?) (?:federal )?");
    private static final Pattern LATIN = Pattern.compile("[\\p{IsLatin}\\p{M}\\p{P} ]+");
    private static final Pattern YAML = Pattern.compile("\\s*(?:- )?([a-z_]+): *'?([^']*)'?");

    /** What a list says of one name: the items of that name, and where it was read. */
    private record Key(String kind, String country, String name) {}

    /** {@code weak}: counts where no other list speaks of the entity. */
    private record Claim(String qid, String source, boolean weak) {}

    private final Map<Key, Set<Claim>> claims = new HashMap<>();
    private final Map<String, String> countryCodes = new HashMap<>();
    private final KnowledgeBase knowledge;

    private WikidataBuild(KnowledgeBase knowledge) {
        this.knowledge = knowledge;
        for (Entity entity : knowledge.entities()) {
            if (entity.kind() == EntityKind.COUNTRY || entity.kind() == EntityKind.TERRITORY) {
                entity.country()
                        .ifPresent(code -> englishNames(entity).forEach(name -> countryCodes.putIfAbsent(name, code)));
            }
        }
    }

    static void main(String[] args) throws IOException {
        if (args.length != 2) {
            System.err.println("usage: WikidataBuild <folder with the lists> <knowledge folder>");
            System.exit(2);
        }
        Path lists = Path.of(args[0]);
        Path file = Path.of(args[1]).resolve("wikidata.tsv");
        WikidataBuild build = new WikidataBuild(KnowledgeBase.load());
        build.readOfficeHolders(lists.resolve("every-politician"));
        build.readCongress(lists.resolve("congress-legislators"));
        build.readParties(lists.resolve("partyfacts"));
        build.readClubs(lists.resolve("reep"));
        build.readNewspapers(lists.resolve("wiki-media-cred"));
        build.readFlags(lists.resolve("name-suggestion-index"));
        build.readCities(lists.resolve("natural-earth"));
        build.readUsCities(lists.resolve("wiki-media-cred"));
        build.readOrganisations(lists.resolve("ror"));
        build.readSites(lists.resolve("wikitrivia"));
        build.write(file);
    }

    private void claim(String kind, @Nullable String country, String name, String qid, String source) {
        claim(kind, country, name, qid, source, source.equals("ror") || source.equals("wikitrivia"));
    }

    private void claim(String kind, @Nullable String country, String name, String qid, String source, boolean weak) {
        if (country != null && !name.isBlank() && QID.matcher(qid).matches() && !REJECTED.contains(qid)) {
            claims.computeIfAbsent(new Key(kind, country, Folding.fold(name)), key -> new HashSet<>())
                    .add(new Claim(qid, source, weak));
        }
    }

    /** {@code world-leaders.csv}, and for each country a {@code <code>-*.csv} of its office-holders. */
    private void readOfficeHolders(Path folder) throws IOException {
        for (Map<String, String> row : Csv.read(folder.resolve("world-leaders.csv"), ',')) {
            String country = countryCodes.get(Folding.fold(row.get("country")));
            claim("person", country, row.get("officeholderLabel"), row.get("officeholder"), "every-politician");
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "??-*.csv")) {
            for (Path file : files) {
                String country = file.getFileName().toString().substring(0, 2).toUpperCase(Locale.ROOT);
                // Among the members of a parliament is many a minister's namesake.
                boolean seats = file.getFileName().toString().endsWith("-legislators.csv");
                for (Map<String, String> row : Csv.read(file, ',')) {
                    claim("person", country, row.get("person"), row.get("personID"), "every-politician", seats);
                }
            }
        }
    }

    private void readCongress(Path folder) throws IOException {
        for (String file : List.of("legislators-current.yaml", "executive.yaml")) {
            String qid = "";
            String first = "";
            String last = "";
            for (String line : Files.readAllLines(folder.resolve(file))) {
                var field = YAML.matcher(line);
                if (!field.matches()) {
                    continue;
                }
                String value = field.group(2).strip();
                switch (field.group(1)) {
                    case "id", "bioguide" -> qid = "";
                    case "wikidata" -> qid = value;
                    case "first" -> first = value;
                    case "nickname" -> claim("person", "US", value + " " + last, qid, "congress-legislators");
                    case "last" -> {
                        last = value;
                        claim("person", "US", first + " " + last, qid, "congress-legislators");
                    }
                    case "wikipedia", "ballotpedia", "official_full" -> {
                        if (!qid.isEmpty() || field.group(1).equals("official_full")) {
                            claim("person", "US", value.replaceAll(" \\(.*", ""), qid, "congress-legislators");
                        }
                    }
                    default -> {}
                }
            }
        }
    }

    private void readParties(Path folder) throws IOException {
        Map<String, String> alpha2 = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            alpha2.put(Locale.of("", code).getISO3Country(), code);
        }
        for (Map<String, String> row : Csv.read(folder.resolve("wikidata.csv"), ',')) {
            claim("party", alpha2.get(row.get("country")), row.get("name"), row.get("wikidata_id"), "partyfacts");
        }
    }

    private void readClubs(Path folder) throws IOException {
        for (Map<String, String> row : Csv.read(folder.resolve("teams.csv"), ',')) {
            String country = countryCodes.get(Folding.fold(row.get("country")));
            claim("club", country, row.get("name"), row.get("key_wikidata"), "reep");
        }
    }

    private void readNewspapers(Path folder) throws IOException {
        for (Map<String, String> row : Csv.read(folder.resolve("wikipedia-us-newspapers.tsv"), '\t')) {
            String name = row.get("WP-title").replaceAll(" \\(.*", "");
            claim("media", "US", name, row.get("qid"), "wiki-media-cred");
        }
    }

    /** Whose flag it is: regions of one country, international organisations in none. */
    private void readFlags(Path folder) throws IOException {
        JsonNode index = JsonMapper.builder()
                .build()
                .readTree(folder.resolve("dist/json/nsi.json").toFile())
                .get("nsi");
        for (JsonNode item : index.get("flags/man_made/flagpole").get("items")) {
            JsonNode tags = item.get("tags");
            String subject = tags.path("subject").asString("");
            String qid = tags.path("subject:wikidata").asString("");
            JsonNode places = item.path("locationSet").path("include");
            String place = places.size() == 1 ? places.get(0).asString("") : "";
            String kind = switch (tags.path("flag:type").asString("")) {
                case "regional" -> "region";
                // A flag is a municipality's, which need not be the city.
                case "municipal" -> "municipality";
                default -> "igo";
            };
            boolean country = place.length() == 2 && place.chars().allMatch(Character::isLetter);
            claim(
                    kind,
                    kind.equals("igo") ? "" : country ? place.toUpperCase(Locale.ROOT) : null,
                    subject,
                    qid,
                    "name-suggestion-index");
        }
    }

    /** Cities by GeoNames id; name and whereabouts must be those of our record, too. */
    private void readCities(Path folder) throws IOException {
        Map<Long, Entity> byGeonames = new HashMap<>();
        knowledge.entities().forEach(entity -> entity.geonames().ifPresent(id -> byGeonames.put(id, entity)));
        JsonNode places = JsonMapper.builder()
                .build()
                .readTree(folder.resolve("ne_10m_populated_places.json").toFile())
                .get("features");
        for (JsonNode feature : places) {
            JsonNode place = feature.get("properties");
            Entity entity = byGeonames.get(place.path("GEONAMEID").asLong(0));
            if (entity == null || entity.location().isEmpty()) {
                continue;
            }
            Location here = entity.location().get();
            boolean near = Math.abs(here.latitude() - place.path("LATITUDE").asDouble(0)) < MOST_DEGREES
                    && Math.abs(here.longitude() - place.path("LONGITUDE").asDouble(0)) < MOST_DEGREES;
            Set<String> names = englishNames(entity);
            boolean same = Stream.of("NAME", "NAMEASCII", "NAME_EN")
                    .anyMatch(field ->
                            names.contains(Folding.fold(place.path(field).asString(""))));
            if (near && same) {
                String qid = place.path("wikidataid").asString("");
                claim("geonames", "", Long.toString(entity.geonamesId()), qid, "natural-earth");
            }
        }
    }

    /** Only names that one place of the United States bears. */
    private void readUsCities(Path folder) throws IOException {
        for (Map<String, String> row : Csv.read(folder.resolve("wikidata-us-cities.tsv"), '\t')) {
            claim("city", "US", row.get("placeLabel"), row.get("WD-QID"), "wiki-media-cred");
        }
    }

    /**
     * Universities, agencies, companies by name, country and kind. A name of the registry counts if it is the title of the
     * English article that the registry points to as well, or long.
     */
    private void readOrganisations(Path folder) throws IOException {
        for (Ror organisation : Ror.read(folder)) {
            if (!organisation.hasItem()) {
                continue;
            }
            Set<String> names = new TreeSet<>();
            if (organisation.article() != null) {
                names.add(withoutBrackets(organisation.article()));
            }
            if (organisation.name().split(" ").length >= LONG_NAME) {
                names.add(organisation.name());
            }
            String qid = organisation.item();
            for (String name : names) {
                String plain = withoutCountry(Folding.fold(name));
                organisation.types().forEach(type -> claim("ror-" + type, organisation.country(), plain, qid, "ror"));
                claim("ror-any", "", name, qid, "ror");
            }
        }
    }

    /** Whose department it is goes without saying where the country is compared, too. */
    static String withoutCountry(String folded) {
        return AMERICAN.matcher(folded).replaceFirst("");
    }

    private static String withoutBrackets(String title) {
        return title.replaceFirst(" \\(.*", "");
    }

    /** Web sites and stations that so many Wikipedias describe that a namesake would be told apart by its label. */
    private void readSites(Path folder) throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        for (String name : List.of(
                "websites-launch-year",
                "social-networking-services-launch-year",
                "airlines-founding-year",
                "radio-stations-launch-year",
                "brands-and-companies-founding-year")) {
            for (JsonNode row : json.readTree(folder.resolve(name + ".json").toFile())) {
                if (row.path("sitelinks").asInt(0) >= WELL_KNOWN) {
                    String item = row.path("item").asString("");
                    claim(
                            "site",
                            "",
                            row.path("itemLabel").asString(""),
                            item.substring(item.lastIndexOf('/') + 1),
                            "wikitrivia");
                }
            }
        }
    }

    private void write(Path file) throws IOException {
        // What an earlier run wrote is made anew.
        Set<String> former = new HashSet<>();
        if (Files.exists(file)) {
            Files.readAllLines(file).forEach(line -> former.add(line.substring(0, Math.max(0, line.indexOf('\t')))));
        }
        Map<Key, Set<String>> entitiesOf = new HashMap<>();
        Set<String> taken = new HashSet<>();
        List<Entity> own = knowledge.entities().stream()
                .filter(entity -> !LISTED.contains(entity.source().name()))
                .toList();
        for (Entity entity : own) {
            if (!former.contains(entity.id())) {
                entity.wikidata().ifPresent(id -> taken.add(id.id()));
            }
            for (Key key : keys(entity)) {
                entitiesOf.computeIfAbsent(key, unknown -> new HashSet<>()).add(entity.id());
            }
        }
        Map<String, Set<Claim>> rows = new TreeMap<>();
        Map<String, Set<String>> byQid = new HashMap<>();
        for (Entity entity : own) {
            if (entity.wikidata().isPresent() && !former.contains(entity.id())) {
                continue;
            }
            Set<Claim> found = new HashSet<>();
            keys(entity).stream()
                    .filter(key -> entitiesOf.getOrDefault(key, Set.of()).size() == 1)
                    .map(key -> claims.getOrDefault(key, Set.of()))
                    // That a town's name is another's, too, says nothing about the town found by its number.
                    .filter(claimed -> entity.kind() != EntityKind.CITY
                            || claimed.stream().map(Claim::qid).distinct().count() == 1)
                    .forEach(found::addAll);
            if (found.stream().anyMatch(claim -> !claim.weak())) {
                found.removeIf(Claim::weak);
            }
            if (found.stream().map(Claim::qid).distinct().count() > 1) {
                // Another of its names was somebody else's, too: the Tories of old.
                found.retainAll(shownName(entity, entitiesOf));
            }
            if (found.stream().map(Claim::qid).distinct().count() == 1) {
                rows.put(entity.id(), found);
                byQid.computeIfAbsent(found.iterator().next().qid(), q -> new TreeSet<>())
                        .add(entity.id());
            }
        }
        Predicate<String> unique = qid -> byQid.getOrDefault(qid, Set.of()).size() == 1 && !taken.contains(qid);
        List<String> lines = new ArrayList<>();
        lines.add("# entity	Wikidata id	source that confirms it; made by WikidataBuild");
        rows.forEach((id, found) -> {
            Claim first = found.stream()
                    .min((a, b) -> a.source().compareTo(b.source()))
                    .orElseThrow();
            if (unique.test(first.qid())) {
                lines.add(id + "\t" + first.qid() + "\t" + first.source());
            }
        });
        Files.write(file, lines);
        System.out.println(file.getFileName() + ": " + (lines.size() - 1));
    }

    private Set<Claim> shownName(Entity entity, Map<Key, Set<String>> entitiesOf) {
        Key key = new Key(kind(entity), country(entity), Folding.fold(entity.name()));
        return entitiesOf.getOrDefault(key, Set.of()).size() == 1 ? claims.getOrDefault(key, Set.of()) : Set.of();
    }

    private static String kind(Entity entity) {
        return entity.type() == EntityType.PERSON ? "person" : entity.kind().label();
    }

    private static String country(Entity entity) {
        return entity.kind() == EntityKind.IGO ? "" : entity.country().orElse("?");
    }

    private static Set<Key> keys(Entity entity) {
        String kind = kind(entity);
        String country = country(entity);
        Set<Key> keys = new HashSet<>();
        boolean site = entity.kind() == EntityKind.COMPANY
                || entity.kind() == EntityKind.MEDIA
                || entity.kind() == EntityKind.NEWS_AGENCY;
        for (String name : englishNames(entity)) {
            keys.add(new Key(kind, country, name));
            for (String type : ROR_TYPES.getOrDefault(entity.kind(), List.of())) {
                keys.add(new Key("ror-" + type, country, type.equals("any") ? name : withoutCountry(name)));
            }
            if (site) {
                keys.add(new Key("site", "", name));
            }
        }
        entity.geonames().ifPresent(id -> keys.add(new Key("geonames", "", Long.toString(id))));
        return keys;
    }

    static Set<String> englishNames(Entity entity) {
        Set<String> names = new HashSet<>();
        names.add(Folding.fold(entity.name()));
        for (EntityName name : entity.names()) {
            // A spelling stands once, under the last language that has it: Sergey Lavrov is Turkish here.
            boolean english = name.language().equals("en")
                    || (entity.type() == EntityType.PERSON
                            && LATIN.matcher(name.text()).matches());
            if (english && name.kind() == EntityName.Kind.NAME) {
                names.add(Folding.fold(name.text()));
            }
        }
        return names;
    }
}
