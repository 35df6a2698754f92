package dateline.ingest.extract;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Month names, long, short and inflected, of some sixty languages, from the CLDR; accents and case do not count. */
final class MonthNames {
    private static final String LANGUAGES =
            "en de fr es pt it nl sv da nb nn fi is et lv lt pl cs sk sl hr bs sr sr_Latn mk bg ru uk be ro hu el tr az "
                    + "az_Cyrl kk ky uz uz_Cyrl tk tt ka hy sq mt ga cy eu ca gl ar ar_SY ar_MA ar_DZ ar_TN he hi bn ur ta te ml mr gu "
                    + "pa ne si th vi id ms fil sw am mn my km lo";

    private final Map<String, Integer> months = new HashMap<>();

    MonthNames() {
        for (String language : LANGUAGES.split(" ")) {
            DateFormatSymbols symbols =
                    new DateFormatSymbols(com.ibm.icu.util.GregorianCalendar.class, new ULocale(language));
            for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
                for (int width : new int[] {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED}) {
                    String[] names = symbols.getMonths(context, width);
                    for (int i = 0; i < 12 && i < names.length; i++) {
                        add(names[i], i + 1);
                    }
                }
            }
        }
        String[][] also = {
            {"sept", "9"},
            {"setiembre", "9"},
            {"jänner", "1"},
            {"feber", "2"},
            {"mai", "5"},
            {"юни", "6"},
            {"юли", "7"},
            {"jän", "1"},
            {"mrt", "3"},
            {"augusti", "8"},
            {"агуст", "8"},
            {"сент", "9"},
            {"нояб", "11"},
            {"февр", "2"},
            {"okt", "10"},
            {"dez", "12"},
            {"déc", "12"},
            {"dec", "12"},
            {"gennaio", "1"},
            {"avr", "4"},
            {"juil", "7"},
            {"مايو", "5"},
            {"ماي", "5"},
            {"أيار", "5"}
        };
        for (String[] name : also) {
            add(name[0], Integer.parseInt(name[1]));
        }
    }

    private void add(String name, int month) {
        String key = key(name);
        if (key.length() >= 2 && key.chars().noneMatch(Character::isDigit)) {
            months.putIfAbsent(key, month);
        }
    }

    /** The month of that name, or 0. */
    int of(String name) {
        String key = key(name);
        Integer month = months.get(key);
        return month == null ? 0 : month;
    }

    private static String key(String name) {
        String decomposed = Normalizer2.getNFDInstance().normalize(name.toLowerCase(Locale.ROOT));
        StringBuilder out = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            // Only Latin, Greek and Cyrillic accents: in the Indic scripts a mark is a vowel.
            boolean accent = c >= 0x300 && c <= 0x36f;
            if (!accent && c != '.' && c != ' ' && c != '\u200f' && c != '\u200e') {
                out.append(c);
            }
        }
        return out.toString();
    }
}
