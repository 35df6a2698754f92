package dateline.enrich.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Guesses the dictionary form of a case ending. It proposes; only a form that is a word of a known name counts, so a
 * rule may be generous. Words come in and go out folded ({@link dateline.enrich.token.Folding}).
 */
final class Inflections {
    /** An ending, and what stands in its place in the dictionary form. */
    private record Rule(String ending, String[] lemmas) {}

    private static final int SHORTEST_STEM = 3;

    private static final List<Rule> EAST_SLAVIC = rules(
            "ого:ий,ый,о",
            "его:ий",
            "ому:ий,ый",
            "ему:ий",
            "ыми:ые",
            "ими:ие",
            "ами:,а,ы",
            "ями:я,и",
            "ого:ае,аў",
            "ой:а,ая,о",
            "ою:а",
            "ей:я,ь,ья",
            "ею:я",
            "ом:,о,ий,ый",
            "ем:ь,й,е,",
            "им:ий,,ый",
            "ым:,ый,і",
            "ах:,а,ы",
            "ях:я,и",
            "ов:,ы",
            "ую:ая",
            "юю:яя",
            "ии:ия",
            "ию:ия",
            "ью:ь",
            "ам:,а,о",
            "ай:а",
            "аю:а",
            "эй:я",
            "аў:,ы",
            "ові:,о",
            "еві:ь,й",
            "єві:й,ь",
            "єм:й,ь",
            "ї:я,й",
            "ію:ія",
            "ії:ія",
            "ією:ія",
            "ку:к,ко,ка",
            "ка:к,ко",
            "ці:ка,ко,кі",
            "цы:ка",
            "зі:га,го",
            "сі:ха,хо",
            "цы:та",
            "дзе:д",
            "це:т,та",
            "ого:ий,ій,ый",
            "ому:ій",
            "им:ій",
            "ій:а,ія,я",
            "ську:ськ,ська",
            "а:,о,ь",
            "я:й,ь,е",
            "у:,а,о",
            "ю:я,й,ь,е",
            "е:,а,о,я,ь",
            "ы:а,",
            "и:а,я,ь,",
            "і:а,я,ь,",
            "ою:а",
            "м:",
            "єва:ів",
            "єві:ів",
            "ова:ів",
            "ові:ів",
            "ову:ів");

    private static final List<Rule> POLISH = rules(
            "iego:i",
            "iemu:i",
            "ego:y,i",
            "emu:y,i",
            "owi:,o",
            "ami:,a",
            "ach:,y",
            "iej:a,ia",
            "ską:ska",
            "skiej:ska",
            "ce:ka,ko,k",
            "cie:t,ta",
            "rze:r,ra",
            "dze:ga,go",
            "nie:n,na",
            "wie:w,wa",
            "sie:s,sa",
            "le:l,la",
            "ki:ka,ko,k",
            "ka:k,ko",
            "ku:k,ko",
            "em:,o,e",
            "iem:,ie,ia",
            "om:",
            "ow:,y",
            "ii:ia",
            "ia:,ie",
            "iu:,ie",
            "a:,o",
            "u:,o",
            "y:a",
            "i:ia,a,",
            "e:a,,o",
            "o:a",
            "im:i",
            "ym:y",
            "ej:a",
            "m:",
            "ą:a,ia",
            "ę:a,ia",
            "zu:z",
            "ze:z");

    private static final List<Rule> ARMENIAN = rules(
            "ներից:ներ",
            "ությունը:ություն",
            "ության:ություն",
            "անի:ան",
            "յանի:յան",
            "յանը:յան",
            "ում:",
            "ից:",
            "ով:",
            "ին:,ի",
            "ի:",
            "ը:",
            "ն:",
            "ու:",
            "ուն:",
            "ում:ա",
            "այում:ա",
            "այի:ա",
            "այից:ա");

    private static final List<Rule> GEORGIAN = rules(
            "იდან:ი,",
            "მა:ი,",
            "ისა:ი",
            "ის:ი,ა,ე",
            "ში:ი,,ა",
            "ზე:ი,,ა",
            "დან:ი,,ა",
            "თან:ი,,ა",
            "თვის:",
            "ით:ი,",
            "ად:ი,",
            "სა:ი,",
            "ს:ი,,ა,ე",
            "მ:",
            "შია:",
            "ის:ია");

    private static final List<Rule> HUNGARIAN_FINNISH =
            rules("ban:", "ben:", "nak:", "nek:", "nal:", "ssa:", "sta:", "n:");

    private static final List<Rule> TURKIC = rules(
            "nin:", "nın:", "nun:", "in:", "ın:", "un:", "da:", "de:", "dan:", "den:", "ya:", "ye:", "yi:", "yı:",
            "la:", "le:", "nu:", "ni:", "i:", "a:", "e:", "u:");

    private static final Map<String, List<Rule>> BY_LANGUAGE = Map.ofEntries(
            Map.entry("pl", POLISH),
            Map.entry("cs", POLISH),
            Map.entry("sk", POLISH),
            Map.entry("sl", POLISH),
            Map.entry("hr", POLISH),
            Map.entry("bs", POLISH),
            Map.entry("hu", HUNGARIAN_FINNISH),
            Map.entry("tr", TURKIC),
            Map.entry("az", TURKIC));

    /** Written together with the Arabic word behind them: and, for, in, by, so, like, the. */
    private static final String[] ARABIC_PREFIXES = {"وال", "بال", "لل", "فال", "كال", "و", "ل", "ب", "ف", "ك"};

    private static final String HEBREW_PREFIXES = "והבלמשכ";

    private Inflections() {}

    /** Hands over each dictionary form that the word may be a form of. The word itself is not among them. */
    static void lemmas(String word, String language, Consumer<String> to) {
        if (word.length() < SHORTEST_STEM) {
            return;
        }
        char script = word.charAt(0);
        if (script >= 'а' && script <= 'ӿ') {
            apply(EAST_SLAVIC, word, to);
        } else if (script >= 0x561 && script <= 0x587) {
            apply(ARMENIAN, word, to);
        } else if (script >= 0x10D0 && script <= 0x10FF) {
            apply(GEORGIAN, word, to);
        } else if (script >= 0x600 && script <= 0x6FF) {
            arabic(word, to);
        } else if (script >= 0x5D0 && script <= 0x5EA) {
            if (word.length() > SHORTEST_STEM && HEBREW_PREFIXES.indexOf(script) >= 0) {
                to.accept(word.substring(1));
            }
        } else if (script < 0x250) {
            List<Rule> rules = BY_LANGUAGE.get(language.toLowerCase(Locale.ROOT));
            if (rules != null) {
                apply(rules, word, to);
            }
        }
    }

    private static void apply(List<Rule> rules, String word, Consumer<String> to) {
        for (Rule rule : rules) {
            int stem = word.length() - rule.ending().length();
            if (stem >= SHORTEST_STEM && word.endsWith(rule.ending())) {
                String kept = word.substring(0, stem);
                for (String lemma : rule.lemmas()) {
                    to.accept(kept + lemma);
                }
            }
        }
    }

    private static void arabic(String word, Consumer<String> to) {
        for (String prefix : ARABIC_PREFIXES) {
            int rest = word.length() - prefix.length();
            if (rest >= SHORTEST_STEM && word.startsWith(prefix)) {
                String stem = word.substring(prefix.length());
                to.accept(stem);
                if (prefix.length() > 1) {
                    to.accept("ال" + stem);
                }
            }
        }
    }

    private static List<Rule> rules(String... lines) {
        List<Rule> rules = new ArrayList<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            rules.add(
                    new Rule(line.substring(0, colon), line.substring(colon + 1).split(",", -1)));
        }
        return List.copyOf(rules);
    }
}
