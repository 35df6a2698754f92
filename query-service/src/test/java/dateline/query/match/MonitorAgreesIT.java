package dateline.query.match;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.EntityType;
import dateline.contract.Geography;
import dateline.contract.Outlet;
import dateline.query.QueryServiceTest;
import dateline.query.RunningService;
import dateline.query.SampleArticle;
import dateline.query.index.ArticleDocument;
import dateline.query.index.ArticleDocuments;
import dateline.query.match.SearchMonitor.Watched;
import dateline.query.saved.QueryText;
import dateline.query.search.ArticleQuery;
import dateline.query.search.ArticleSearch;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** A saved search tells of exactly those articles that the same search finds: the monitor against Elasticsearch. */
@QueryServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MonitorAgreesIT {
    private static final String OUTLET = "agree.example";

    /** One article a language that is stemmed, and some that are not. */
    private static final Map<String, String[]> TEXTS = new LinkedHashMap<>();

    static {
        text(
                "en",
                "Ministers visited the shipyards",
                "The workers' unions aren't signing the co-operation contracts. No contract, no work!");
        text(
                "de",
                "Die Häuser der Städte",
                "Die Verhandlungen über größere Straßenbahnen wurden gestern fortgesetzt, sagten die Bürgermeisterinnen.");
        text(
                "fr",
                "L'économie des régions",
                "Les ministres n'ont pas négocié d'accords commerciaux aujourd'hui, disent les journaux français.");
        text(
                "es",
                "Las elecciones municipales",
                "Los ciudadanos votaron ayer en las ciudades más grandes; los niños esperaban a sus padres.");
        text(
                "it",
                "Le città dell'arte",
                "Gli operai hanno chiuso i cantieri navali perché i contratti non erano stati firmati.");
        text(
                "pt",
                "As eleições nas cidades",
                "Os trabalhadores fecharam os portos e negociavam novos contratos com as empresas.");
        text(
                "ro",
                "Orașele și țările",
                "Muncitorii au închis șantierele navale; Ministrul şi ţara aşteaptă negocieri importante.");
        text(
                "hu",
                "A városok házai",
                "A munkások bezárták a hajógyárakat, és új szerződéseket tárgyaltak a vállalatokkal.");
        text(
                "el",
                "Οι πόλεις της Ελλάδας",
                "Οι εργάτες έκλεισαν τα ναυπηγεία και διαπραγματεύονται νέες συμβάσεις με τις εταιρείες.");
        text(
                "ru",
                "В правительстве обсудили новости",
                "Министры говорили о газетах, портах и больших городах. Ещё ёлки стоят.");
        text(
                "tr",
                "İstanbul'un sokakları",
                "İşçiler tersaneleri kapattı ve şirketlerle yeni sözleşmeleri görüşüyorlar. Işık yandı.");
        text("ar", "المدن العربية الكبيرة", "أغلق العمال الموانئ وتفاوضوا على عقود جديدة مع الشركات في المدينة.");
        text(
                "fa",
                "شهرهای بزرگ ایران",
                "کارگران کشتی‌سازی‌ها را بستند و با شرکت‌ها درباره قراردادهای تازه گفتگو می‌کنند.");
        text("hy", "Քաղաքների լուրերը", "Բանվորները փակեցին նավաշինարանները և բանակցում են նոր պայմանագրերի շուրջ։");
        text("uk", "Міста і порти", "Робітники закрили порти; міністри обговорили нові угоди з компаніями.");
        text("ja", "港の労働者", "労働者は造船所を閉鎖し、新しい契約を交渉している。");
        text("zh", "港口工人罢工", "工人关闭了造船厂，并与公司谈判新合同。");
    }

    private static void text(String language, String title, String body) {
        TEXTS.put(language, new String[] {title, body});
    }

    @Autowired
    private RunningService service;

    @Autowired
    private ArticleSearch search;

    private final List<SampleArticle> articles = new ArrayList<>();

    @BeforeAll
    void publish() {
        TEXTS.forEach((language, text) -> articles.add(SampleArticle.at("https://agree.example/" + language)
                .by(new Outlet(OUTLET, "Agree", "GB", "en", List.of("tier-1", language.equals("en") ? "local" : "far")))
                .in(language)
                .titled(text[0])
                .saying(text[1])
                .published("2026-04-2" + (language.hashCode() & 7) + "T09:00:00Z")));
        articles.add(sample("ladeira")
                .titled("President Ladeira visits Portovale")
                .saying("\"We will build ships,\" said Marta Ladeira.", "He went to Portovale.")
                .naming("person:ladeira", "Marta Ladeira", EntityType.PERSON, "Ladeira", "Marta Ladeira")
                .naming("place:portovale", "Portovale", EntityType.PLACE)
                .quoting("We will build ships,", "person:ladeira", false)
                .about("medtop:20000586", "government", "medtop:11000000"));
        articles.add(sample("portovale")
                .titled("Portovale prepares")
                .saying("The port of Portovale is closed. A contract was signed e-mail by e-mail.")
                .naming("place:portovale", "Portovale", EntityType.PLACE, "Portovale")
                .playingIn(new Geography(null, List.of(), List.of(new Geography.Country("PT", 0.9))))
                .revision(3));
        service.publish(articles.toArray(SampleArticle[]::new));
        service.awaitSearchable(articles.toArray(SampleArticle[]::new));
    }

    private static SampleArticle sample(String path) {
        return SampleArticle.at("https://agree.example/" + path)
                .by(new Outlet(OUTLET, "Agree", "GB", "en", List.of("tier-1")))
                .published("2026-04-22T09:00:00Z");
    }

    private static String q(String text) {
        return "q=" + URLEncoder.encode(text, UTF_8);
    }

    private static List<String> written() {
        return List.of(
                q("contract"),
                q("contracts visiting"),
                q("\"no contract\""),
                q("\"the workers\""),
                q("\"signing contracts\""),
                q("\"contract work\"~3"),
                q("co-operation"),
                q("e-mail"),
                q("ship*"),
                q("e-mai*"),
                q("title:visit*"),
                q("title:ministers"),
                q("body:ministers"),
                q("title:(visit OR prepare)"),
                q("-contract"),
                q("NOT (contract OR ship*)"),
                q("port -portovale"),
                q("workers OR trabalhadores OR рабочие"),
                q("has:quote"),
                q("-has:quote portovale"),
                q("is:revised"),
                q("speaker:ladeira"),
                q("entity:\"marta ladeira\" OR tag:local"),
                q("the"),
                q("die"),
                q("STRASSENBAHNEN"),
                q("strassenbahnen"),
                q("правительство"),
                q("елки"),
                q("istanbul"),
                q("İSTANBUL"),
                q("ışık"),
                q("労働者"),
                q("\"造船\""),
                q("قرارداد"),
                q("țară"),
                q("ţară"),
                "entity=ladeira",
                "entity=person:ladeira",
                "entity=marta+ladeira&entity=portovale",
                "entity=-ladeira",
                "topic=medtop:11000000",
                "topic=government",
                "topic=-government",
                "language=en&language=de",
                "language=-en",
                "tag=tier-1",
                "tag=local",
                "country=pt",
                "country=-PT",
                "revised=true",
                "revised=false",
                "hasQuote=true",
                "channel=feed",
                "channel=submitted",
                "from=2026-04-22&to=2026-04-22",
                "from=2026-04-21T09:00:00Z&to=2026-04-23T09:00:00Z",
                "firstSeenFrom=2026-04-22",
                "outlet=agree.example&" + q("port*"),
                q("nobodywrotethis"));
    }

    private static boolean beginsWithLetters(String word) {
        return word.length() > 3 && word.chars().limit(3).allMatch(Character::isLetter);
    }

    /** Words, phrases, beginnings and neighbours out of the articles themselves, combined at random. */
    private static List<String> random(int count) {
        Random random = new Random(8);
        List<List<String>> words = TEXTS.values().stream()
                .map(text -> List.of((text[0] + " " + text[1]).split("[\\s.,;!?()\"։。、，:]+")))
                .toList();
        List<String> queries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<String> text = words.get(random.nextInt(words.size()));
            int at = random.nextInt(text.size() - 2);
            String a = text.get(at);
            String b = text.get(at + 1);
            String c = text.get(at + 2);
            String other = words.get(random.nextInt(words.size())).get(0);
            queries.add(q(
                    switch (random.nextInt(7)) {
                        case 0 -> a;
                        case 1 -> a + " " + c;
                        case 2 -> "\"" + a + " " + b + "\"";
                        case 3 -> "\"" + a + " " + c + "\"~2";
                        case 4 -> a + " OR " + other;
                        case 5 -> a + " -" + other;
                        default -> (beginsWithLetters(a) ? a.substring(0, 3) + "*" : a) + " " + b;
                    }));
        }
        return queries;
    }

    @Test
    void theMonitorAndElasticsearchFindTheSameArticles() {
        List<String> queries = Stream.concat(written().stream(), random(250).stream())
                .distinct()
                .toList();
        Map<String, Set<String>> monitored = monitored(queries);
        List<String> disagreements = new ArrayList<>();
        int found = 0;
        for (String query : queries) {
            Set<String> expected = new TreeSet<>(service.search("?size=100&outlet=" + OUTLET + "&" + query)
                    .get("items")
                    .findValuesAsString("url"));
            found += expected.isEmpty() ? 0 : 1;
            Set<String> got = monitored.getOrDefault(query, Set.of());
            if (!got.equals(expected)) {
                disagreements.add(
                        java.net.URLDecoder.decode(query, UTF_8) + ": Elasticsearch " + expected + ", monitor " + got);
            }
        }
        assertThat(disagreements).as(queries.size() + " queries").isEmpty();
        // Else agreeing would mean little.
        assertThat(found).isGreaterThan(queries.size() * 2 / 3);
    }

    private Map<String, Set<String>> monitored(List<String> queries) {
        try (SearchMonitor monitor = new SearchMonitor()) {
            monitor.put(queries.stream().map(this::watched).toList());
            List<ArticleDocument> documents = articles.stream()
                    .map(article -> ArticleDocuments.of(article.build()))
                    .toList();
            Map<String, Set<String>> urls = new LinkedHashMap<>();
            for (ArticleDocument document : documents) {
                for (String query : monitor.match(document)) {
                    urls.computeIfAbsent(query, any -> new TreeSet<>()).add(document.url());
                }
            }
            return urls.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }
    }

    private Watched watched(String query) {
        ArticleQuery asked = QueryText.read(query);
        return new Watched(query, asked, search.resolve(asked));
    }
}
