package dateline.enrich.geography;

import dateline.enrich.knowledge.Entity;
import dateline.enrich.knowledge.EntityKind;
import dateline.enrich.knowledge.EntityName;
import dateline.enrich.token.Folding;
import dateline.enrich.words.WordFile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of datelines that are no places; {@code geography/dateline-words.tsv} says what each kind means. */
final class DatelineWords {
    private static final int LONGEST_AGENCY = 4;
    private static final int MOST_DATE_WORDS = 14;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s/,.-]+");
    private static final Pattern NUMERIC = Pattern.compile("\\d{1,4}[./-]\\d{1,2}[./-]\\d{2,4}\\.?");
    private static final Pattern DAY = Pattern.compile("\\p{Nd}{1,2}(?:st|nd|rd|th|er|ª|º)?");
    private static final Pattern HOUR = Pattern.compile("(?i)\\d{1,2}[:.]\\d{2}(?: ?[ap]\\.?m\\.?| ?h| ?uhr)?");
    private static final Pattern YEAR = Pattern.compile("\\p{Nd}{4}");

    private final Set<String> agencies = new HashSet<>();
    private final Set<String> labels = new HashSet<>();
    private final Set<String> dates = new HashSet<>();
    private final Set<String> months = new HashSet<>();

    DatelineWords(List<Entity> knowledge) {
        for (List<String> row : WordFile.rows("geography/dateline-words.tsv", 2)) {
            Set<String> kind = switch (row.get(0)) {
                case "agency" -> agencies;
                case "label" -> labels;
                case "date" -> dates;
                default -> throw new IllegalStateException("No kind of word: " + row.get(0));
            };
            for (String word : row.get(1).split("\\|", -1)) {
                kind.add(Folding.fold(word));
            }
        }
        for (List<String> row : WordFile.rows("dates/words.tsv", 4)) {
            if (row.get(1).equals("month") || row.get(1).equals("weekday")) {
                for (String word : row.get(3).split("\\|", -1)) {
                    months.add(Folding.fold(word));
                }
            }
        }
        knowledge.stream()
                .filter(one -> one.kind() == EntityKind.NEWS_AGENCY || one.kind() == EntityKind.MEDIA)
                .flatMap(one -> one.names().stream())
                .map(EntityName::text)
                .map(Folding::fold)
                .forEach(agencies::add);
    }

    /** Whether an agency or paper signs so, alone or with its desk: "Interfax", "Корр. БЕЛТА", "dpa/bb", "AP Photo". */
    boolean isAgency(String text) {
        String folded = Folding.fold(text).strip();
        if (agencies.contains(folded)) {
            return true;
        }
        String[] words = BETWEEN_WORDS.split(folded);
        if (words.length > LONGEST_AGENCY) {
            return false;
        }
        for (String word : words) {
            if (agencies.contains(word)) {
                return true;
            }
        }
        return words.length > 2 && agencies.contains(words[0] + " " + words[1]);
    }

    boolean isLabel(String text) {
        String folded = Folding.fold(text).strip();
        int space = folded.indexOf(' ');
        return labels.contains(folded) || (space > 0 && labels.contains(folded.substring(0, space)));
    }

    /**
     * Whether it is nothing but a day: "3 mars 2026", "12 رمضان 1447 هـ".
     *
     * @param strict whether a month of an unknown language does not pass
     */
    boolean isDate(String text, boolean strict) {
        // A year of its own stands behind the American comma.
        if (NUMERIC.matcher(text).matches()
                || YEAR.matcher(text).matches()
                || HOUR.matcher(text).matches()) {
            return true;
        }
        String[] words = text.strip().split("[\\s,./]+", MOST_DATE_WORDS);
        boolean day = false;
        int named = 0;
        int unknown = 0;
        for (String word : words) {
            String folded = Folding.fold(word);
            if (DAY.matcher(folded).matches()) {
                day = true;
            } else if (months.contains(folded) || dates.contains(folded)) {
                named++;
            } else if (!YEAR.matcher(folded).matches()) {
                unknown++;
            }
        }
        if (unknown == 0) {
            // "Lima, may. 4." has its day behind a full stop.
            return named > 0 && (day || !strict);
        }
        return !strict && day && unknown == 1 && words.length <= 3;
    }

    /** Without a word such as "on" between a place and its day. */
    String withoutPreposition(String name) {
        int space = name.lastIndexOf(' ');
        return space > 0 && dates.contains(Folding.fold(name.substring(space + 1))) ? name.substring(0, space) : name;
    }
}
