package dateline.enrich.entity;

import java.util.HashMap;
import java.util.Map;

/**
 * Brings Cyrillic, Greek, Armenian, Georgian and Arabic letters into plain Latin ones. One letter has one
 * transliteration here, close to what English newsrooms write; what varies between newsrooms is left to
 * {@link NameKeys}.
 */
final class Transliteration {
    private static final Map<Character, String> LETTERS = letters();

    private Transliteration() {}

    /** Folded text in Latin letters; what is of another script stays. */
    static String toLatin(String folded) {
        int i = 0;
        while (i < folded.length() && folded.charAt(i) < 0x250) {
            i++;
        }
        if (i == folded.length()) {
            return folded;
        }
        StringBuilder latin = new StringBuilder(folded.length() + 8);
        latin.append(folded, 0, i);
        for (; i < folded.length(); i++) {
            char c = folded.charAt(i);
            String letter = LETTERS.get(c);
            if (letter == null) {
                latin.append(c);
            } else {
                latin.append(letter);
            }
        }
        return latin.toString();
    }

    private static Map<Character, String> letters() {
        Map<Character, String> map = new HashMap<>();
        put(
                map,
                "абвгдежзийклмнопрстуфхцчшщъыьэюя",
                "a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh shch - y - e yu ya");
        put(map, "ўіїєґђѓќјљњћџѕӣӯҷқғҳәіңөұүһ", "u i i ye g dj gj kj j lj nj c dz dz i u j q gh h a i n o u u h");
        put(map, "αβγδεζηθικλμνξοπρστυφχψω", "a v g d e z i th i k l m n x o p r s t y f ch ps o");
        put(
                map,
                "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ",
                "a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts u p k o f");
        put(
                map,
                "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
                "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h");
        put(
                map,
                "ابتثجحخدذرزسشصضطظعغفقكلمنهويءپچژگ",
                "a b t th j h kh d dh r z s sh s d t z a gh f q k l m n h w y - p ch zh g");
        return Map.copyOf(map);
    }

    private static void put(Map<Character, String> map, String letters, String latin) {
        String[] parts = latin.split(" ");
        if (parts.length != letters.length()) {
            throw new IllegalStateException(letters + " has " + letters.length() + " letters, not " + parts.length);
        }
        for (int i = 0; i < parts.length; i++) {
            map.put(letters.charAt(i), parts[i].equals("-") ? "" : parts[i]);
        }
    }
}
