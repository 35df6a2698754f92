package dateline.enrich.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.EntityType;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The data that Dateline brings along: what must hold of all of it, whoever edits it. */
class KnowledgeBaseTests {
    private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.load();

    private static final Map<String, String> CONTINENTS = Map.of(
            "Africa",
            "DZ AO BJ BW BF BI CM CV CF TD KM CG CD CI DJ EG GQ ER SZ ET GA GM GH GN GW KE LS LR LY MG MW ML MR MU MA"
                    + " MZ NA NE NG RW ST SN SC SL SO ZA SS SD TZ TG TN UG ZM ZW EH",
            "Asia",
            "AF BH BD BT BN KH CN HK IN ID IR IQ IL JP JO KZ KP KR KW KG LA LB MY MV MN MM NP OM PK PS PH QA SA SG LK SY"
                    + " TW TJ TH TL TM AE UZ VN YE TR AM AZ GE",
            "Europe",
            "AL AD AT BY BE BA BG HR CY CZ DK EE FI FR DE GR HU IS IE IT XK LV LI LT LU MT MD MC ME NL MK NO PL PT RO RU"
                    + " SM RS SK SI ES SE CH UA GB VA",
            "North America",
            "AG BS BB BZ CA CR CU DM DO SV GD GT HT HN JM MX NI PA KN LC VC TT US PR GL",
            "South America",
            "AR BO BR CL CO EC GY PY PE SR UY VE",
            "Oceania",
            "AU FJ KI MH FM NR NZ PW PG WS SB TO TV VU CK");

    @Test
    void thereAreFiveThousandEntitiesBesideCities() {
        long besideCities = KNOWLEDGE.entities().stream()
                .filter(entity -> entity.kind() != EntityKind.CITY)
                .count();
        assertThat(besideCities).isGreaterThan(5_000);
    }

    @Test
    void thereAreThreeHundredPeople() {
        assertThat(people()).hasSizeGreaterThan(300);
    }

    @Test
    void peopleComeFromEveryContinent() {
        Map<String, Long> byCountry = people().stream()
                .flatMap(person -> person.country().stream())
                .collect(Collectors.groupingBy(country -> country, Collectors.counting()));
        Map<String, Long> byContinent = new TreeMap<>();
        CONTINENTS.forEach((continent, countries) -> byContinent.put(
                continent,
                List.of(countries.split(" ")).stream()
                        .mapToLong(country -> byCountry.getOrDefault(country, 0L))
                        .sum()));
        assertThat(byContinent.values()).as("%s", byContinent).allMatch(count -> count >= 20);
    }

    @Test
    void everyMemberOfTheUnitedNationsIsACountry() {
        // 193 members, two observers, and a few whose statehood is disputed.
        long countries = KNOWLEDGE.entities().stream()
                .filter(entity -> entity.kind() == EntityKind.COUNTRY)
                .count();
        assertThat(countries).isBetween(195L, 210L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "person:alexander-lukashenko",
                "person:volodymyr-zelensky",
                "person:vladimir-putin",
                "person:nikol-pashinyan",
                "person:ilham-aliyev",
                "person:recep-tayyip-erdogan",
                "person:donald-trump",
                "person:emmanuel-macron",
                "person:xi-jinping",
                "person:benjamin-netanyahu",
                "person:antonio-guterres",
                "person:narendra-modi",
                "place:belarus",
                "place:stepanakert",
                "org:nato",
                "org:united-nations",
                "org:collective-security-treaty-organisation"
            })
    void theBestKnownAreNamedInFiveScripts(String id) {
        Entity entity = entity(id);
        Set<UnicodeScript> scripts = entity.names().stream()
                .flatMap(name ->
                        name.text().codePoints().filter(Character::isLetter).mapToObj(UnicodeScript::of))
                .collect(Collectors.toSet());
        assertThat(scripts).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void noWikidataIdStandsAtTwoEntities() {
        Map<String, List<String>> entitiesOf = new HashMap<>();
        KNOWLEDGE
                .entities()
                .forEach(entity -> entity.wikidata()
                        .ifPresent(qid -> entitiesOf
                                .computeIfAbsent(qid.id(), unknown -> new ArrayList<>())
                                .add(entity.id())));
        assertThat(entitiesOf.values()).allMatch(entities -> entities.size() == 1);
    }

    @Test
    void noPersonHasAWikidataIdThatWeWroteFromMemory() {
        assertThat(KNOWLEDGE.entities())
                .allSatisfy(entity -> entity.wikidata()
                        .ifPresent(qid -> assertThat(qid.source()).isNotEqualTo("own")));
    }

    @Test
    void twoPeopleOfOneNameAreFlagged() {
        Map<String, Entity> first = new HashMap<>();
        for (Entity person : people()) {
            for (EntityName name : person.names()) {
                Entity other = name.kind() == EntityName.Kind.NAME ? first.putIfAbsent(name.text(), person) : null;
                if (other != null) {
                    assertThat(other.differentFrom().contains(person.id())
                                    || person.differentFrom().contains(other.id()))
                            .as("%s is %s and %s", name.text(), other.id(), person.id())
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "person:alexander-lukashenko, person:viktor-lukashenko",
        "person:ilham-aliyev, person:heydar-aliyev",
        "person:serzh-sargsyan, person:armen-sarkissian",
        "person:samvel-karapetyan, person:karen-karapetyan",
        "person:dmitry-medvedev, person:daniil-medvedev",
        "person:kim-jong-un, person:kim-jong-il",
        "person:rahul-gandhi, person:mahatma-gandhi",
        "person:ali-khamenei, person:ruhollah-khomeini",
        "person:mohamed-bin-zayed, person:mohammed-bin-rashid",
        "person:joseph-aoun, person:michel-aoun",
        "place:georgia, place:georgia-us",
        "place:brest, place:brest-france",
        "place:democratic-republic-of-the-congo, place:republic-of-the-congo",
        "place:niger, place:nigeria",
        "place:washington, place:washington-state",
        "org:liberal-democratic-party-japan, org:liberal-democratic-party-of-russia"
    })
    void nearNamesakesStaySeparate(String one, String other) {
        Set<String> names = new HashSet<>(fullNames(entity(one)));
        names.retainAll(fullNames(entity(other)));
        // Georgia and Washington may share their bare name, but then they say that they are different.
        assertThat(names.isEmpty() || entity(one).differentFrom().contains(other))
                .isTrue();
    }

    @Test
    void contestedNamesSayWhoUsesThem() {
        assertThat(entity("place:stepanakert").names())
                .filteredOn(name -> name.kind() == EntityName.Kind.CONTESTED)
                .anySatisfy(name -> {
                    assertThat(name.text()).isEqualTo("Stepanakert");
                    assertThat(name.side()).contains("place:armenia");
                })
                .anySatisfy(name -> {
                    assertThat(name.text()).isEqualTo("Xankəndi");
                    assertThat(name.side()).contains("place:azerbaijan");
                });
    }

    @Test
    void everySpellingOfLukashenkoIsHisName() {
        assertThat(fullNames(entity("person:alexander-lukashenko")))
                .contains(
                        "Alexander Lukashenko",
                        "Alyaksandr Lukashenka",
                        "Аляксандр Лукашэнка",
                        "Александр Лукашенко",
                        "Alaksandr Łukaszenka",
                        "Alexandre Loukachenko",
                        "Ալեքսանդր Լուկաշենկո");
    }

    @Test
    void aSurnameAloneNeedsSupport() {
        assertThat(entity("person:alexander-lukashenko").names())
                .filteredOn(name -> name.text().equals("Lukashenko"))
                .singleElement()
                .extracting(EntityName::kind)
                .isEqualTo(EntityName.Kind.SHORT);
    }

    @Test
    void romanNumeralsAndTitlesAreNoSurnames() {
        assertThat(people())
                .allSatisfy(person -> assertThat(person.names())
                        .filteredOn(name -> name.kind() == EntityName.Kind.SHORT)
                        .extracting(EntityName::text)
                        .noneMatch(text -> text.matches("[IVX]+\\.?|Jr\\.?|Wales|Sussex")));
    }

    private static List<Entity> people() {
        return KNOWLEDGE.entities().stream()
                .filter(entity -> entity.type() == EntityType.PERSON)
                .toList();
    }

    private static Entity entity(String id) {
        return KNOWLEDGE.find(id).orElseThrow(() -> new AssertionError("no " + id));
    }

    private static Set<String> fullNames(Entity entity) {
        return entity.names().stream()
                .filter(name -> name.kind() != EntityName.Kind.SHORT)
                .map(EntityName::text)
                .collect(Collectors.toSet());
    }
}
