package dateline.enrich.knowledge.build;

import dateline.enrich.knowledge.Entity;
import dateline.enrich.knowledge.EntityKind;
import dateline.enrich.knowledge.EntityName;
import dateline.enrich.knowledge.KnowledgeBase;
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
            "Q108315666");

    private static final Pattern YAML = Pattern.compile("\\s*(?:- )?([a-z_]+): *'?([^']*)'?");

    /** What a list says of one name: the items of that name, and where it was read. */
    private record Key(String kind, String country, String name) {}

    private record Claim(String qid, String source) {}

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
        build.write(file);
    }

    private void claim(String kind, @Nullable String country, String name, String qid, String source) {
        if (country != null && !name.isBlank() && QID.matcher(qid).matches() && !REJECTED.contains(qid)) {
            claims.computeIfAbsent(new Key(kind, country, Folding.fold(name)), key -> new HashSet<>())
                    .add(new Claim(qid, source));
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
                for (Map<String, String> row : Csv.read(file, ',')) {
                    claim("person", country, row.get("person"), row.get("personID"), "every-politician");
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
                    case "bioguide" -> qid = "";
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

    private void write(Path file) throws IOException {
        // What an earlier run wrote is made anew.
        Set<String> former = new HashSet<>();
        if (Files.exists(file)) {
            Files.readAllLines(file).forEach(line -> former.add(line.substring(0, Math.max(0, line.indexOf('\t')))));
        }
        Map<Key, Set<String>> entitiesOf = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (Entity entity : knowledge.entities()) {
            if (!former.contains(entity.id())) {
                entity.wikidata().ifPresent(id -> taken.add(id.id()));
            }
            for (Key key : keys(entity)) {
                entitiesOf.computeIfAbsent(key, unknown -> new HashSet<>()).add(entity.id());
            }
        }
        Map<String, Set<Claim>> rows = new TreeMap<>();
        Map<String, Set<String>> byQid = new HashMap<>();
        for (Entity entity : knowledge.entities()) {
            if (entity.wikidata().isPresent() && !former.contains(entity.id())) {
                continue;
            }
            Set<Claim> found = new HashSet<>();
            keys(entity).stream()
                    .filter(key -> entitiesOf.getOrDefault(key, Set.of()).size() == 1)
                    .forEach(key -> found.addAll(claims.getOrDefault(key, Set.of())));
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

    private static Set<Key> keys(Entity entity) {
        String kind =
                entity.id().startsWith("person:") ? "person" : entity.kind().label();
        String country = kind.equals("igo") ? "" : entity.country().orElse("?");
        Set<Key> keys = new HashSet<>();
        englishNames(entity).forEach(name -> keys.add(new Key(kind, country, name)));
        return keys;
    }

    private static Set<String> englishNames(Entity entity) {
        Set<String> names = new HashSet<>();
        names.add(Folding.fold(entity.name()));
        for (EntityName name : entity.names()) {
            if (name.language().equals("en") && name.kind() == EntityName.Kind.NAME) {
                names.add(Folding.fold(name.text()));
            }
        }
        return names;
    }
}
