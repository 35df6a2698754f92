package dateline.enrich.geography;

import dateline.enrich.knowledge.EntityKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a line's opening as agencies and papers print datelines: places, regions, days, agencies and reporters between
 * marks, in whatever order.
 */
final class DatelineForm {
    private static final int SCORE_WITHIN = 25;
    /** A heading such as a book's title is shorter than a story's first sentence. */
    private static final int SHORTEST_STORY = 45;

    private static final int SHORTEST_CAPITALS = 3;
    private static final int MOST_WORDS = 5;
    private static final int REGION_CODE = 6;
    private static final int LONGEST_MARK = 4;

    private static final Pattern SCORE = Pattern.compile("(?<!\\d)\\d{1,3} ?[-–—:] ?\\d{1,3}(?!\\d)");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}'’‘ʻ.\\u200c -]{1,45}");
    private static final Pattern BARE_DAY = Pattern.compile("\\p{Nd}{1,2}");
    private static final Pattern AND = Pattern.compile(
            "(.{2,30}?) (?:and |& |und |et |y |e |i |и |і |й |och |og |en |ja |és |și |a |ve |və |և |და |και |dan |và |और |এবং |اور |و ?)(.{2,30})");
    private static final Pattern NEAR = Pattern.compile("(?i)(?:near|outside)\\s+");
    /** Countries that are written of as towns are. */
    private static final Set<String> CITY_STATES = Set.of("SG", "MC", "LU", "DJ", "KW", "PA", "GT", "MX", "SM", "VA");

    private static final String SENTENCE_ENDS = ".!?…।۔。։";

    private static final String QUOTES = "\"“”„«»‘’'‹";

    private final PlaceNames names;
    private final Regions regions;
    private final DatelineWords words;

    DatelineForm(PlaceNames names, Regions regions, DatelineWords words) {
        this.names = names;
        this.regions = regions;
        this.words = words;
    }

    /**
     * What a line opens with.
     *
     * @param name of the place
     * @param start of the name in the line
     * @param behind what stands behind it and may be its region
     */
    record Found(String name, int start, List<String> behind) {}

    private enum Role {
        PLACE,
        REGION,
        DATE,
        AGENCY,
        LABEL,
        /** A reporter, a region that nobody knows, or the beginning of a sentence. */
        OTHER,
        SENTENCE
    }

    /** What has been read so far. */
    private static final class Seen {
        @Nullable
        DatelinePart place;

        @Nullable
        String country;

        String name = "";
        int start;
        boolean known;
        boolean town;
        /** Whether a whole country, which heads sections rather than stories. */
        boolean wide;

        boolean capitals;
        boolean agency;
        boolean agencyFirst;
        boolean dated;
        boolean region;
        boolean enclosed;
        int others;
        /** The mark before the part that is read. */
        char before = ' ';

        int places;
        final List<String> behind = new ArrayList<>();
    }

    /**
     * The dateline of a line.
     *
     * @param whole whether the line ends where the text does, not where reading was cut off
     * @param country code of the outlet's
     */
    @Nullable
    Found find(String line, boolean whole, @Nullable String country) {
        Seen seen = new Seen();
        seen.country = country;
        Found found = null;
        List<DatelinePart> parts = DatelinePart.of(line, whole);
        for (DatelinePart part : parts) {
            if (!take(seen, part)) {
                break;
            }
            seen.before = part.mark();
            if (seen.place != null && ends(seen, part, role(part), line)) {
                found = new Found(seen.name, seen.start, List.copyOf(seen.behind));
            }
        }
        return found;
    }

    private boolean take(Seen seen, DatelinePart part) {
        if (seen.place == null
                && !part.enclosed()
                && (takesPlaceAndDay(seen, part)
                        || takesPlaceAndAgency(seen, part)
                        || takesAgencyAndTown(seen, part)
                        || takesTwoTowns(seen, part))) {
            return true;
        }
        if (BARE_DAY.matcher(part.text()).matches()) {
            return seen.place != null;
        }
        switch (role(part)) {
            case DATE -> seen.dated = true;
            case AGENCY -> takeAgency(seen, part);
            case LABEL -> {
                return seen.place == null && part.mark() != ' ' && part.mark() != ',';
            }
            case PLACE -> {
                return takePlace(seen, part, true);
            }
            case REGION -> {
                if (seen.place == null) {
                    return takePlace(seen, part, true);
                }
                seen.region = true;
                seen.behind.add(part.text());
            }
            case OTHER -> {
                return takeOther(seen, part);
            }
            case SENTENCE -> {
                return false;
            }
        }
        return true;
    }

    private static void takeAgency(Seen seen, DatelinePart part) {
        seen.agency = true;
        if (part.enclosed() && seen.place != null) {
            seen.behind.add(part.text());
        }
    }

    private boolean takePlace(Seen seen, DatelinePart part, boolean known) {
        if (part.enclosed() && seen.place == null) {
            return false;
        }
        DatelinePart before = seen.place;
        if (before != null && !(known && !seen.known && before.mark() == '/')) {
            seen.places++;
            // A second town, unless New York is the state.
            if (seen.before == ',' || part.enclosed()) {
                seen.behind.add(part.text());
            }
            return true;
        }
        seen.place = part;
        seen.known = known;
        seen.town = known && isTown(part.text());
        seen.wide = known && isWide(part.text());
        seen.agencyFirst = seen.agency;
        seen.capitals = isCapitals(part.text());
        seen.start = part.start();
        seen.name = part.text();
        seen.places = 1;
        return true;
    }

    private boolean takeOther(Seen seen, DatelinePart part) {
        if (part.enclosed()) {
            seen.enclosed = true;
            seen.behind.add(part.text());
            return seen.place != null;
        }
        if (seen.place == null) {
            String name = NEAR.matcher(part.text()).replaceFirst("");
            takePlace(seen, part, !name.equals(part.text()) && !names.all(name).isEmpty());
            seen.start = part.start() + part.text().length() - name.length();
            seen.name = name;
            return true;
        }
        if (seen.before == '/' && part.text().length() <= REGION_CODE && isCapitals(part.text())) {
            // "Halle/MZ": a paper's letters.
            seen.agency = true;
            return true;
        }
        seen.others++;
        seen.behind.add(part.text());
        return seen.others <= 2;
    }

    /** "ROMA 3 MAR", "الرياض 12 رمضان 1447 هـ": no mark between. */
    private boolean takesPlaceAndDay(Seen seen, DatelinePart part) {
        int digit = firstDigit(part.text());
        if (digit <= 2) {
            return false;
        }
        String name = words.withoutPreposition(part.text().substring(0, digit).strip());
        String day = part.text().substring(digit);
        int last = day.lastIndexOf(' ');
        boolean signed = last > 0 && words.isAgency(day.substring(last + 1));
        if (names.all(name).isEmpty() || !words.isDate(signed ? day.substring(0, last) : day, true)) {
            return false;
        }
        takePlace(seen, new DatelinePart(name, part.start(), part.end(), false, part.mark()), true);
        seen.dated = true;
        seen.agency |= signed;
        return true;
    }

    /** "KÖLN taz |". */
    private boolean takesPlaceAndAgency(Seen seen, DatelinePart part) {
        int space = Math.max(part.text().lastIndexOf(' '), part.text().lastIndexOf('-'));
        if (space <= 0 || isPlace(part.text()) || !words.isAgency(part.text().substring(space + 1))) {
            return false;
        }
        String name = part.text().substring(0, space);
        if (!isPlace(name)) {
            return false;
        }
        takePlace(seen, new DatelinePart(name, part.start(), part.end(), false, part.mark()), true);
        seen.agency = true;
        return true;
    }

    /** "ACN Lleida.-". */
    private boolean takesAgencyAndTown(Seen seen, DatelinePart part) {
        int space = part.text().indexOf(' ');
        if (space <= 0 || isPlace(part.text()) || !words.isAgency(part.text().substring(0, space))) {
            return false;
        }
        String name = part.text().substring(space + 1);
        if (!isCapitals(part.text().substring(0, space)) || !startsLikeName(name) || !isTown(name)) {
            return false;
        }
        seen.agency = true;
        takePlace(seen, new DatelinePart(name, part.start() + space + 1, part.end(), false, part.mark()), true);
        return true;
    }

    /** "SÃO PAULO e BRASÍLIA": the first counts. */
    private boolean takesTwoTowns(Seen seen, DatelinePart part) {
        Matcher and = AND.matcher(part.text());
        if (!and.matches() || isPlace(part.text()) || !isTown(and.group(1)) || !isTown(and.group(2))) {
            return false;
        }
        takePlace(seen, new DatelinePart(and.group(1), part.start(), part.end(), false, part.mark()), true);
        return true;
    }

    private Role role(DatelinePart part) {
        String text = part.text();
        if (text.isEmpty()) {
            return Role.SENTENCE;
        }
        if (words.isDate(text, false)) {
            return Role.DATE;
        }
        if (part.enclosed()) {
            return enclosed(text);
        }
        if (isPlace(text)) {
            return isTown(text) ? Role.PLACE : Role.REGION;
        }
        if (regions.isForm(text)) {
            return Role.REGION;
        }
        if (words.isAgency(text)) {
            return Role.AGENCY;
        }
        if (words.isLabel(text)) {
            return Role.LABEL;
        }
        return isName(text) ? Role.OTHER : Role.SENTENCE;
    }

    private Role enclosed(String text) {
        if (words.isAgency(text)) {
            return Role.AGENCY;
        }
        if (regions.isStated(text)) {
            return Role.REGION;
        }
        boolean signature = text.length() >= 2 && isCapitals(text) && text.indexOf('/') < 0;
        return signature ? Role.AGENCY : Role.OTHER;
    }

    private boolean isPlace(String text) {
        return !names.all(text).isEmpty() && startsLikeName(text);
    }

    private boolean isWide(String text) {
        return names.all(text).stream()
                .allMatch(one -> (one.kind() == EntityKind.COUNTRY
                                && !CITY_STATES.contains(one.country().orElse("")))
                        || one.kind() == EntityKind.CONTINENT);
    }

    private boolean isTown(String text) {
        return names.all(text).stream()
                .anyMatch(one -> one.kind() == EntityKind.CITY || one.kind() == EntityKind.LOCALITY);
    }

    /** A few words that all begin with capitals, but for short ones between. */
    private static boolean isName(String text) {
        String[] all = text.split("\\s+", MOST_WORDS + 1);
        if (all.length > MOST_WORDS || !NAME.matcher(text).matches() || !startsLikeName(text)) {
            return false;
        }
        for (String word : all) {
            if (word.length() > SHORTEST_CAPITALS && !startsLikeName(word)) {
                return false;
            }
        }
        return true;
    }

    private static boolean startsLikeName(String text) {
        int first = text.codePointAt(0);
        return Character.isLetter(first) && !isLower(first);
    }

    /** Georgian has capitals, but nobody writes them. */
    private static boolean isLower(int letter) {
        return Character.isLowerCase(letter) && Character.UnicodeScript.of(letter) != Character.UnicodeScript.GEORGIAN;
    }

    private static boolean isCapitals(String text) {
        return text.equals(text.toUpperCase(Locale.ROOT)) && !text.equals(text.toLowerCase(Locale.ROOT));
    }

    private static int firstDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the dateline may end behind this part. */
    private boolean ends(Seen seen, DatelinePart part, Role role, String line) {
        boolean lineEnd = part.mark() == '\n';
        if (!lineEnd && !beginsSentence(line, part.end())) {
            return false;
        }
        boolean signed = seen.agency || (seen.dated && seen.enclosed);
        boolean marked = signed || seen.dated || seen.region;
        boolean score = !signed && !seen.dated && isScore(line, part.end());
        if (score || (!marked && seen.others > 0 && !seen.capitals)) {
            return false;
        }
        if (!seen.known) {
            return endsUnknown(seen, part, signed, isLong(part, line));
        }
        if (lineEnd && seen.agencyFirst && !seen.capitals && !seen.dated) {
            // "BBC News, London" is a byline.
            return false;
        }
        boolean home = isHome(seen) && seen.others == 0 && seen.places == 1 && !isRoute(line, part.end());
        boolean quoted = part.end() < line.length() && QUOTES.indexOf(line.charAt(part.end())) >= 0;
        return switch (part.mark()) {
            case '-' ->
                signed
                        || seen.dated
                        || (seen.capitals && !seen.wide)
                        || (seen.region && seen.town)
                        || seen.enclosed
                        || afterSlash(seen)
                        || (home && !quoted)
                        || (isLong(part, line) && !seen.wide && seen.others == 0 && seen.places == 1 && !quoted);
            case ':' ->
                marked || seen.capitals || (seen.town && seen.places == 1 && !quoted && tellsStory(line, part.end()));
            case '\n' -> signed || seen.dated || (seen.town && seen.others == 0 && (seen.capitals || seen.places == 1));
            case '.' ->
                signed
                        || seen.dated
                        || (seen.town && seen.capitals && seen.others == 0)
                        || home
                        || (seen.town && afterSlash(seen));
            case '|' -> signed;
            // "Chilpancingo, Gro., Integrantes".
            case ',' -> role == Role.REGION && seen.town && "MX".equals(seen.country) && regions.isForm(part.text());
            case ' ' -> signed && (role == Role.AGENCY || (part.enclosed() && seen.dated));
            default -> false;
        };
    }

    /** An unknown place needs the marks of a dateline; of what is printed in capitals before a long dash, labels are known. */
    private static boolean endsUnknown(Seen seen, DatelinePart part, boolean signed, boolean longDash) {
        boolean strong = part.mark() == '-' || part.mark() == ':' || part.mark() == '\n' || part.mark() == '.';
        boolean agencyInBrackets = part.enclosed() && seen.agency && (part.mark() == '-' || seen.dated);
        if (seen.capitals) {
            return strong && (signed || seen.dated || (seen.region && part.mark() == '-'))
                    || (longDash || part.mark() == '|') && seen.others == 0
                    || agencyInBrackets;
        }
        // "Kupwara, Mar 10: The".
        boolean dayAndColon = seen.dated && part.mark() == ':' && seen.others == 0 && seen.places == 1;
        return agencyInBrackets || dayAndColon || (strong && seen.agency && seen.dated);
    }

    /** Papers write of their own country's towns without capitals and day: "Linz – Ein Werk schließt". */
    private boolean isHome(Seen seen) {
        return seen.country != null
                && names.all(seen.name).stream()
                        .anyMatch(one -> one.kind() == EntityKind.CITY && seen.country.equals(one.countryCode()));
    }

    /** Behind "Dublin:" stands "11C, showers" in the weather, and a title in a review. */
    private static boolean tellsStory(String line, int at) {
        boolean sentence =
                line.length() - at >= SHORTEST_STORY || SENTENCE_ENDS.indexOf(line.charAt(line.length() - 1)) >= 0;
        return sentence && !Character.isDigit(line.charAt(at));
    }

    /** "Madrid - Sevilla en menos de dos horas": the next town's name stands alone, as in "Madrid - Barcelona". */
    private boolean isRoute(String line, int at) {
        int end = at;
        while (end < line.length() && (Character.isLetter(line.charAt(end)) || line.charAt(end) == '-')) {
            end++;
        }
        // Or the other club's: "Sevilla - Betis: horario".
        return end > at && (line.startsWith(":", end) || isTown(line.substring(at, end)));
    }

    /** A long dash is seldom anything else: routes and scores have short ones. */
    private static boolean isLong(DatelinePart part, String line) {
        String mark = line.substring(Math.max(part.start(), part.end() - LONGEST_MARK), part.end());
        return mark.indexOf('—') >= 0 || mark.contains("--");
    }

    /** "Yerevan/Tbilisi — Trains". */
    private static boolean afterSlash(Seen seen) {
        return seen.places > 1 && seen.place != null && seen.place.mark() == '/';
    }

    private static boolean isScore(String line, int at) {
        String near = line.substring(Math.min(at, line.length()), Math.min(line.length(), at + SCORE_WITHIN));
        return SCORE.matcher(near).find();
    }

    private static boolean beginsSentence(String line, int at) {
        return at < line.length() && !isLower(line.codePointAt(at));
    }
}
