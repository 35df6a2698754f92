package dateline.enrich.entity;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Keys under which spellings of one name meet: a consonant skeleton to look candidates up, and a distance between sound
 * forms to judge them. A skeleton alone is no evidence: too many names share one.
 */
final class NameKeys {
    private NameKeys() {}

    /**
     * The consonant skeletons of a word: one, or several where newsrooms' languages read its letters differently (ch in
     * English, French and German, j in English and German).
     *
     * @param folded in any script that {@link Transliteration} knows
     */
    static Set<String> skeletons(String folded) {
        String latin = Transliteration.toLatin(folded);
        Set<String> keys = new LinkedHashSet<>(4);
        keys.add(skeleton(latin));
        if (latin.contains("ch")) {
            keys.add(skeleton(latin.replace("ch", "kh")));
        }
        if (latin.indexOf('j') >= 0) {
            keys.add(skeleton(latin.replace("sj", "sh").replace("j", "y")));
        }
        return keys;
    }

    private static String skeleton(String latin) {
        String sounds = sound(latin);
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < sounds.length(); i++) {
            char c = sounds.charAt(i);
            char k = switch (c) {
                case 'a', 'e', 'i', 'o', 'u' -> 0;
                case 's', 'z', 'c', 'j' -> 's';
                case 'g', 'h' -> 'h';
                case 'v', 'f' -> 'v';
                default -> c;
            };
            if (k != 0 && (key.isEmpty() || key.charAt(key.length() - 1) != k)) {
                key.append(k);
            }
        }
        return key.toString();
    }

    /**
     * The word written by ear: one letter a sound, as far as spelling tells. Longer spellings come first, so that French
     * tch is not read as t and ch.
     */
    static String sound(String latin) {
        StringBuilder sound = new StringBuilder(latin.length());
        int i = 0;
        while (i < latin.length()) {
            int step = 1;
            char c = latin.charAt(i);
            if (at(latin, i, "schtsch") || at(latin, i, "chtch")) {
                sound.append('s');
                step = at(latin, i, "schtsch") ? 7 : 5;
            } else if (at(latin, i, "shch") || at(latin, i, "tsch")) {
                sound.append('c');
                step = 4;
            } else if (at(latin, i, "tch") || at(latin, i, "sch") || at(latin, i, "dzh")) {
                sound.append(at(latin, i, "sch") ? 's' : at(latin, i, "dzh") ? 'j' : 'c');
                step = 3;
            } else if (i + 1 < latin.length() && digraph(latin, i) != 0) {
                sound.append(digraph(latin, i));
                step = 2;
            } else {
                sound.append(letter(latin, i, c));
            }
            i += step;
            int last = sound.length() - 1;
            if (last > 0 && sound.charAt(last) == sound.charAt(last - 1)) {
                sound.setLength(last);
            }
        }
        return sound.toString();
    }

    private static boolean at(String text, int index, String part) {
        return text.startsWith(part, index);
    }

    private static char digraph(String latin, int i) {
        return switch (latin.substring(i, i + 2)) {
            case "sh", "sz", "sj" -> 's';
            case "ch", "cz" -> 'c';
            case "zh", "dj", "rz" -> 'j';
            case "kh", "gh" -> 'h';
            case "ts", "tz", "dz" -> 'z';
            case "ph" -> 'f';
            case "th" -> 't';
            case "dh" -> 'd';
            case "ou", "oo" -> 'u';
            case "ck" -> 'k';
            case "ye", "je", "ie" -> 'e';
            case "ya", "ja", "ia" -> 'a';
            case "yu", "ju", "iu" -> 'u';
            default -> 0;
        };
    }

    private static String letter(String latin, int i, char c) {
        return switch (c) {
            case 'c' -> i + 1 < latin.length() && "eiy".indexOf(latin.charAt(i + 1)) >= 0 ? "z" : "k";
            case 'q' -> "k";
            case 'w' -> "v";
            case 'x' -> "ks";
            case 'y' -> "i";
            default -> String.valueOf(c);
        };
    }

    /** How alike two words sound, from 0 to 1: a weighted edit distance in which vowels and near sounds count less. */
    static double similarity(String foldedA, String foldedB) {
        String a = sound(Transliteration.toLatin(foldedA));
        String b = sound(Transliteration.toLatin(foldedB));
        if (a.equals(b)) {
            return 1;
        }
        if (a.length() > 40 || b.length() > 40 || a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        double[] before = new double[b.length() + 1];
        double[] row = new double[b.length() + 1];
        for (int j = 1; j <= b.length(); j++) {
            before[j] = before[j - 1] + gap(b.charAt(j - 1));
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = before[0] + gap(a.charAt(i - 1));
            for (int j = 1; j <= b.length(); j++) {
                double swap = before[j - 1] + cost(a.charAt(i - 1), b.charAt(j - 1));
                double drop = Math.min(before[j] + gap(a.charAt(i - 1)), row[j - 1] + gap(b.charAt(j - 1)));
                row[j] = Math.min(swap, drop);
            }
            double[] swapped = before;
            before = row;
            row = swapped;
        }
        return 1 - before[b.length()] / Math.max(a.length(), b.length());
    }

    private static boolean isVowel(char c) {
        return "aeiou".indexOf(c) >= 0;
    }

    private static double gap(char c) {
        return isVowel(c) ? 0.7 : c == 'h' ? 0.6 : 1;
    }

    private static double cost(char a, char b) {
        if (a == b) {
            return 0;
        }
        if (isVowel(a) && isVowel(b)) {
            // Newsrooms swap these; Marton for Martin is another name.
            String pair = new String(new char[] {a, b});
            return "ei ie ou uo ae ea ao oa".contains(pair) ? 0.4 : 0.8;
        }
        boolean near = ("szcj".indexOf(a) >= 0 && "szcj".indexOf(b) >= 0)
                || ("ghk".indexOf(a) >= 0 && "ghk".indexOf(b) >= 0)
                || ("vfu".indexOf(a) >= 0 && "vfu".indexOf(b) >= 0)
                || ("ij".indexOf(a) >= 0 && "ij".indexOf(b) >= 0);
        return near ? 0.35 : 1;
    }
}
