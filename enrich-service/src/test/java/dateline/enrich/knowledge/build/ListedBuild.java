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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes {@code generated/people.jsonl.gz} and {@code generated/organisations.jsonl.gz}: whom open lists name with a Wikidata
 * id and no other file holds. Only who is the best known of that name comes in: the one whom the English Wikipedia has
 * under it without an explanation in brackets. Arguments: the folder with the lists and the {@code knowledge} folder. Run
 * after {@link WikidataBuild}, on classes that hold its result.
 */
final class ListedBuild {
    /** Seats in parliaments that English-language news reports on; other lists give ministers alone. */
    private static final Map<String, Pattern> SEATS = Map.of(
            "GB", Pattern.compile("Member of the \\d+\\w+ Parliament of the United Kingdom"),
            "US", Pattern.compile("United States (representative|senator)"),
            "AU", Pattern.compile("Member of the (House of Representatives|Senate)"),
            "CA", Pattern.compile("member of the (House of Commons|Senate)"),
            "NZ", Pattern.compile("Member of the New Zealand Parliament"),
            "IE", Pattern.compile("Teachta Dála"));

    private static final Pattern FILE = Pattern.compile("([a-z]{2})-(holders21|legislators)\\.csv");
    private static final Pattern GOVERNS =
            Pattern.compile("(?i).*(minister|secretary|chancellor|treasurer|attorney.general|president).*");
    private static final Pattern LEADS = Pattern.compile("(?i)((vice |deputy )?president|prime minister|premier)");
    private static final Pattern NAME = Pattern.compile("\\p{Lu}[^,()\\d]* [^,()\\d]+");
    private static final Pattern ACRONYM = Pattern.compile("\\p{Lu}{4,7}");
    /** Who left office before that is not in the news for it. */
    private static final String SINCE = "2005";
    /** So many Wikipedias describe who is named anywhere in the world. */
    private static final int FAMOUS = 70;

    private static final Map<String, String> KINDS = kinds();

    /** A person as the lists describe him or her. */
    private static final class Person {
        final String qid;
        final String name;
        final String source;
        String country = "";
        String kind;
        double prior;
        String title = "";
        String since = "";
        String until = "";

        Person(String qid, String name, String source, String kind, double prior) {
            this.qid = qid;
            this.name = name;
            this.source = source;
            this.kind = kind;
            this.prior = prior;
        }
    }

    private final Map<String, Person> people = new LinkedHashMap<>();
    /** Ids and folded names of what other files hold. */
    private final Set<String> heldItems = new HashSet<>();

    private final Set<String> heldIds = new HashSet<>();
    private final Set<String> heldNames = new HashSet<>();
    /** The same of what is American, without "United States" before it. */
    private final Set<String> heldAmerican = new HashSet<>();

    private final Map<String, String> countries = new HashMap<>();
    private final Map<String, String> countryNames = new HashMap<>();

    private ListedBuild(KnowledgeBase knowledge) {
        for (Entity entity : knowledge.entities()) {
            if (entity.kind() == EntityKind.COUNTRY) {
                entity.country().ifPresent(code -> countries.putIfAbsent(code, entity.id()));
                WikidataBuild.englishNames(entity)
                        .forEach(name -> countryNames.put(name, entity.country().orElse("")));
            }
            if (!WikidataBuild.LISTED.contains(entity.source().name())) {
                heldIds.add(entity.id());
                entity.wikidata().ifPresent(item -> heldItems.add(item.id()));
                for (EntityName name : entity.names()) {
                    String folded = Folding.fold(name.text());
                    heldNames.add(folded);
                    if (entity.country().orElse("").equals("US")) {
                        heldAmerican.add(WikidataBuild.withoutCountry(folded));
                    }
                }
            }
        }
    }

    private static Map<String, String> kinds() {
        // The first that applies; a university that funds research is a university.
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("education", "university");
        kinds.put("healthcare", "hospital");
        kinds.put("government", "agency");
        kinds.put("company", "company");
        kinds.put("nonprofit", "ngo");
        kinds.put("facility", "research");
        return kinds;
    }

    static void main(String[] args) throws IOException {
        if (args.length != 2) {
            System.err.println("usage: ListedBuild <folder with the lists> <knowledge folder>");
            System.exit(2);
        }
        Path lists = Path.of(args[0]);
        Path generated = Path.of(args[1]).resolve("generated");
        ListedBuild build = new ListedBuild(KnowledgeBase.load());
        build.readOfficeHolders(lists.resolve("every-politician"));
        build.readFamous(lists.resolve("wikitrivia"));
        KnowledgeBuild.write(generated.resolve("people.jsonl.gz"), build.peopleRecords());
        KnowledgeBuild.write(
                generated.resolve("organisations.jsonl.gz"), build.organisationRecords(lists.resolve("ror")));
    }

    private void readOfficeHolders(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "??-*.csv")) {
            found.forEach(files::add);
        }
        files.sort(null);
        for (Path file : files) {
            Matcher name = FILE.matcher(file.getFileName().toString());
            if (name.matches()) {
                String country = name.group(1).toUpperCase(Locale.ROOT);
                boolean seats = name.group(2).equals("legislators");
                for (Map<String, String> row : Csv.read(file, ',')) {
                    readOffice(country, seats, row);
                }
            }
        }
    }

    private void readOffice(String country, boolean seats, Map<String, String> row) {
        String position = row.get("position");
        Pattern seat = SEATS.get(country);
        if (seats
                ? seat == null || !seat.matcher(position).matches()
                : !GOVERNS.matcher(position).matches()) {
            return;
        }
        String until = row.get("end");
        boolean lately = until.isEmpty() ? row.get("start").compareTo("1980") > 0 : until.compareTo(SINCE) >= 0;
        String name = row.get("person");
        // Older lists do not say what the article is called.
        boolean best = row.getOrDefault("enwiki", name).equals(name);
        if (!lately || !best || !NAME.matcher(name).matches()) {
            return;
        }
        boolean leads = LEADS.matcher(position).matches();
        Person person = people.computeIfAbsent(
                row.get("personID"),
                qid -> new Person(
                        qid, name, "every-politician", seats ? "politician" : "minister", seats ? 0.1 : 0.15));
        person.country = country;
        if (leads) {
            person.prior = 0.3;
        }
        if (!seats && row.get("start").compareTo(person.since) >= 0) {
            person.title = position.toLowerCase(Locale.ROOT);
            person.since = row.get("start");
            person.until = until;
        }
    }

    /** Dead artists, scientists and statesmen, and who won a Nobel prize for science or literature. */
    private void readFamous(Path folder) throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "{famous,nobel}-*.json")) {
            for (Path file : files) {
                for (JsonNode row : json.readTree(file.toFile())) {
                    String name = row.path("itemLabel").asString("");
                    int sitelinks = row.path("sitelinks").asInt(0);
                    String award = row.path("awardLabel").asString("");
                    if (award.contains("Peace") || !NAME.matcher(name).matches() || sitelinks < FAMOUS) {
                        continue;
                    }
                    String item = row.path("item").asString("");
                    String qid = item.substring(item.lastIndexOf('/') + 1);
                    String kind =
                            award.isEmpty() ? "historical" : award.contains("Literature") ? "culture" : "scientist";
                    Person person = people.computeIfAbsent(
                            qid, id -> new Person(id, name, "wikitrivia", kind, sitelinks >= 150 ? 0.4 : 0.3));
                    for (String nation :
                            row.path("nationalityLabel").asString("").split("\\|\\|")) {
                        String country = countryNames.getOrDefault(Folding.fold(nation), "");
                        person.country = person.country.isEmpty() ? country : person.country;
                    }
                }
            }
        }
    }

    private List<GeneratedRecord> peopleRecords() {
        Map<String, Integer> bearers = new HashMap<>();
        people.values().forEach(person -> bearers.merge(Folding.fold(person.name), 1, Integer::sum));
        List<GeneratedRecord> records = new ArrayList<>();
        for (Person person : people.values()) {
            String folded = Folding.fold(person.name);
            String id = "person:" + Ids.slug(person.name);
            if (bearers.get(folded) > 1 || heldNames.contains(folded) || isHeld(id, person.qid)) {
                continue;
            }
            GeneratedRecord record = new GeneratedRecord(id, person.kind, person.name)
                    .with("key", "wikidata:" + person.qid)
                    .wikidata(person.qid, person.source);
            if (!person.country.isEmpty()) {
                record.with("country", person.country);
            }
            if (!person.title.isEmpty() && countries.containsKey(person.country)) {
                Map<String, String> role = new LinkedHashMap<>();
                role.put("title", person.title);
                role.put("of", countries.get(person.country));
                role.put("since", person.since);
                // The lists are of 2022; who was in office then need not be now.
                role.put("until", person.until.isEmpty() ? "past" : person.until);
                role.values().removeIf(String::isEmpty);
                record.with("roles", List.of(role));
            }
            records.add(record.with("prior", person.prior).with("source", person.source));
        }
        return withoutTwins(records);
    }

    private boolean isHeld(String id, String qid) {
        return heldIds.contains(id) || heldItems.contains(qid);
    }

    private List<GeneratedRecord> organisationRecords(Path folder) throws IOException {
        List<Ror> found = Ror.read(folder);
        Map<String, Set<String>> bearers = new HashMap<>();
        for (Ror organisation : found) {
            organisation
                    .names()
                    .values()
                    .forEach(names -> names.forEach(
                            name -> bearers.computeIfAbsent(Folding.fold(name), unknown -> new HashSet<>())
                                    .add(organisation.ror())));
        }
        found.forEach(organisation -> organisation
                .acronyms()
                .forEach(acronym -> bearers.computeIfAbsent(Folding.fold(acronym), unknown -> new HashSet<>())
                        .add(organisation.ror())));
        List<GeneratedRecord> records = new ArrayList<>();
        for (Ror organisation : found) {
            Optional<String> type = KINDS.keySet().stream()
                    .filter(organisation.types()::contains)
                    .findFirst();
            Optional<String> shown = organisation.names().values().stream()
                    .flatMap(Set::stream)
                    .filter(organisation::isBestKnownAs)
                    .findFirst();
            if (type.isEmpty() || shown.isEmpty() || !organisation.hasItem()) {
                continue;
            }
            String name = shown.get();
            String id = "org:" + Ids.slug(name);
            String qid = organisation.item();
            boolean held = organisation.country().equals("US")
                    && heldAmerican.contains(WikidataBuild.withoutCountry(Folding.fold(name)));
            boolean free = !held && isFree(name, bearers) && !isHeld(id, qid);
            if (!free || name.length() > 70 || name.split(" ").length < 2) {
                continue;
            }
            GeneratedRecord record = new GeneratedRecord(id, KINDS.get(type.get()), name)
                    .with("key", organisation.ror().replace("https://ror.org/", "ror:"))
                    .wikidata(qid, "ror");
            organisation
                    .names()
                    .forEach((language, names) -> names.stream()
                            .filter(text -> isFree(text, bearers) && isName(text))
                            .forEach(text -> record.spell("names", language, text)));
            organisation.acronyms().stream()
                    .filter(acronym -> ACRONYM.matcher(acronym).matches() && isFree(acronym, bearers))
                    .forEach(acronym -> record.spell("acronyms", "und", acronym));
            if (organisation.country().length() == 2) {
                record.with("country", organisation.country());
            }
            records.add(record.with("prior", 0.15).with("source", "ror"));
        }
        return withoutTwins(records);
    }

    /** A name of several words, or of several letters in a script of its own, and not two firms in one. */
    private static boolean isName(String text) {
        boolean latin = text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
        return text.length() <= 70
                && text.indexOf('(') < 0
                && text.indexOf('/') < 0
                && (latin ? text.split(" ").length >= 3 : text.length() >= 4);
    }

    private boolean isFree(String name, Map<String, Set<String>> bearers) {
        String folded = Folding.fold(name);
        return !heldNames.contains(folded)
                && bearers.getOrDefault(folded, Set.of()).size() == 1;
    }

    /** Without those whose ids or items two of them share. */
    private static List<GeneratedRecord> withoutTwins(List<GeneratedRecord> records) {
        Map<String, Integer> count = new HashMap<>();
        records.forEach(record -> {
            count.merge(record.id, 1, Integer::sum);
            count.merge(record.item(), 1, Integer::sum);
        });
        return records.stream()
                .filter(record -> count.get(record.id) == 1 && count.get(record.item()) == 1)
                .toList();
    }
}
