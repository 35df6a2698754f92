package dateline.enrich.language;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which languages a text's script and letters leave possible. A letter such as ґ or ə is in few alphabets; one foreign
 * name holds a few of them, a text in the language many, so shares count and not single letters.
 */
final class Letters {
    /** Share of letters from which on a letter belongs to the text and not to a name in it. */
    private static final double COMMON = 0.002;

    /** Scripts that one language of the news owns. */
    private static final Map<Character.UnicodeScript, String> OWN = new EnumMap<>(Map.of(
            Character.UnicodeScript.GEORGIAN, "ka",
            Character.UnicodeScript.ARMENIAN, "hy",
            Character.UnicodeScript.GREEK, "el",
            Character.UnicodeScript.HANGUL, "ko",
            Character.UnicodeScript.THAI, "th",
            Character.UnicodeScript.TAMIL, "ta",
            Character.UnicodeScript.TELUGU, "te",
            Character.UnicodeScript.KHMER, "km",
            Character.UnicodeScript.SINHALA, "si",
            Character.UnicodeScript.BENGALI, "bn"));

    private static final Set<String> CYRILLIC =
            Set.of("ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "tg", "mn", "tt", "ba", "uz");

    private final int letters;
    private final Map<Character, Integer> counts = new HashMap<>();
    private final Map<Character.UnicodeScript, Integer> scripts = new EnumMap<>(Character.UnicodeScript.class);

    Letters(String text) {
        int all = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = Character.toLowerCase(text.charAt(i));
            if (Character.isLetter(c)) {
                all++;
                if (c > 'z') {
                    counts.merge(c, 1, Integer::sum);
                }
                scripts.merge(Character.UnicodeScript.of(c), 1, Integer::sum);
            }
        }
        letters = all;
    }

    int size() {
        return letters;
    }

    double share(Character.UnicodeScript script) {
        return letters == 0 ? 0 : (double) scripts.getOrDefault(script, 0) / letters;
    }

    private boolean common(String any) {
        int sum = 0;
        for (int i = 0; i < any.length(); i++) {
            sum += counts.getOrDefault(any.charAt(i), 0);
        }
        return sum > 0 && sum >= letters * COMMON;
    }

    private int count(String any) {
        int sum = 0;
        for (int i = 0; i < any.length(); i++) {
            sum += counts.getOrDefault(any.charAt(i), 0);
        }
        return sum;
    }

    /** The languages that are left, the only one or the likeliest first; empty if the letters do not say. */
    List<String> possible() {
        for (Map.Entry<Character.UnicodeScript, String> own : OWN.entrySet()) {
            if (share(own.getKey()) > 0.5) {
                return List.of(own.getValue());
            }
        }
        if (share(Character.UnicodeScript.HIRAGANA) + share(Character.UnicodeScript.KATAKANA) > 0.1) {
            return List.of("ja");
        }
        if (share(Character.UnicodeScript.HAN) > 0.5) {
            return List.of("zh");
        }
        if (share(Character.UnicodeScript.HEBREW) > 0.5) {
            return List.of("he");
        }
        if (share(Character.UnicodeScript.CYRILLIC) > 0.5) {
            return cyrillic();
        }
        return share(Character.UnicodeScript.LATIN) > 0.5 && common("ə") ? List.of("az") : List.of();
    }

    private List<String> cyrillic() {
        if (common("ђћ")) {
            return List.of("sr");
        }
        if (common("ѓќѕ")) {
            return List.of("mk");
        }
        if (common("јљњџ")) {
            return List.of("sr", "mk");
        }
        if (common("ў") && !common("қғҳ")) {
            return List.of("be");
        }
        if (common("їєґ") && !common("ыэ")) {
            return List.of("uk");
        }
        if (common("әғқңөұүһҳҷҡҙҫӯӣҗ")) {
            return turkicAndPersian();
        }
        if (common("і")) {
            return common("ыэё") ? List.of("be") : List.of("uk");
        }
        if (common("ыэё")) {
            return List.of("ru");
        }
        // ъ is a vowel in Bulgarian and therefore frequent; in Russian it is rare.
        return count("ъ") >= Math.max(2, letters * 0.005) ? List.of("bg") : List.of("ru", "bg", "uk", "mk");
    }

    private List<String> turkicAndPersian() {
        if (common("ҡҙҫ")) {
            return List.of("ba");
        }
        if (common("ҷӯӣ")) {
            return List.of("tg");
        }
        if (common("ұі")) {
            return List.of("kk");
        }
        if (common("ҳ")) {
            return List.of("uz", "tg");
        }
        if (common("ә")) {
            return List.of("tt", "kk");
        }
        return common("ң") ? List.of("ky") : List.of("mn", "ky");
    }

    /** Whether a language can be written in the script that most of the letters are of. */
    boolean allow(String tag) {
        boolean cyrillic = CYRILLIC.contains(tag);
        if (share(Character.UnicodeScript.CYRILLIC) > 0.5) {
            return cyrillic;
        }
        if (share(Character.UnicodeScript.LATIN) > 0.5) {
            boolean otherScript = OWN.containsValue(tag)
                    || NOT_LATIN.contains(tag)
                    || (cyrillic && !tag.equals("uz") && !tag.equals("sr"));
            return !otherScript;
        }
        List<String> left = possible();
        return left.isEmpty() || left.contains(tag);
    }

    private static final Set<String> NOT_LATIN =
            Set.of("ar", "fa", "ur", "ps", "he", "ja", "zh", "hi", "mr", "ne", "pa", "gu", "kn", "ml", "my", "am");
}
