package dateline.ingest.extract;

import dateline.contract.ArticleDate.Source;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the dateline that opens a wire story. Its parts are place, day and agency, in that order and each optional;
 * one of them alone is believed only with the dash or colon that ends a dateline and a place in capitals.
 */
final class Datelines {
    private static final int REACH = 130;

    private static final String CAPITAL_WORD = "[\\p{Lu}\\p{Lt}][\\p{L}\\p{M}.'’ʼ‘`-]*";
    private static final String PLACE_WORDS = CAPITAL_WORD + "(?:[ ](?:" + CAPITAL_WORD
            + "|(?:de|of|la|le|el|al|am|an|der|den|upon|sur|di|do|da|dos|del|na|на|в)(?=\\s\\p{Lu}))){0,3}";
    private static final Pattern PLACE = Pattern.compile("^(" + PLACE_WORDS + "(?:[/–-]" + PLACE_WORDS + ")?)");
    /** Georgian and Arabic have no capitals: only a word or two before a comma, bracket or dash. */
    private static final Pattern CASELESS_PLACE =
            Pattern.compile("^([\\p{Lo}\\p{M}]{2,20}(?: [\\p{Lo}\\p{M}]{2,20})?)(?=\\s*[,،(/–—-])");

    private static final Pattern REGION =
            Pattern.compile("^,\\s*(" + CAPITAL_WORD + "(?:[ ]" + CAPITAL_WORD + "){0,3})");
    private static final Pattern BRACKETED =
            Pattern.compile("^[\\s,.]*(?:\\(([^()]{2,50})\\)|/\\s?([^/\\d]{2,40}?)\\s?/|\\[([^\\[\\]]{2,30})])");
    private static final Pattern DASH = Pattern.compile("^[\\s.,]*(?:[–—―]|-{1,2}(?=\\s|\\p{Lu})|:(?=\\s))\\s*");
    private static final Pattern EAST_ASIAN = Pattern.compile(
            "^(?:[【（(])?((?:新华社|新華社|中新社|中新网|人民网|中央社|共同社?|时事|時事|路透社?|法新社?|美联社?|央视网|新华网|聯合早報)?)\\s?([\\p{IsHan}\\p{IsKatakana}\\p{IsHangul}ー・]{1,12}?)\\s?(?:(\\d{1,2}月\\d{1,2}日)\\s?(?:电|電|讯|訊|報道)|[=＝]\\s?([\\p{IsHan}\\p{IsHangul}\\p{IsKatakana} ]{2,12})[】）)])[：:]?\\s?");

    private static final Pattern BARE_AGENCY = Pattern.compile("^[\\s,]+([\\p{L}-]{2,20})(?=\\s)");
    private static final Pattern STOP = Pattern.compile("^[\\s.,:]+");

    /** Words in capitals before a dash that are labels, not places. */
    private static final Set<String> LABELS =
            Set.of(("update; exclusive; breaking; breaking news; watch; video; opinion; analysis; live; photos; "
                            + "correction; editorial; interview; review; news; factbox; explainer; read; note; editor's note; "
                            + "updated; just in; urgent; photo; pictures; listen; podcast; summary; report; background; "
                            + "advertisement; by; q; a; question; answer; срочно; видео; фото; обновлено; мнение; важно; "
                            + "eilmeldung; kommentar; exclusif; vidéo; urgente; son dakika; who; what; when; where; why; the; "
                            + "i")
                    .split("; "));

    private static final Set<String> AGENCIES =
            Set.of(("azertac; azərtac; azertag; азертадж; trend; apa; report; turan; armenpress; арменпресс; belta; "
                            + "белта; interfax; интерфакс; interfax-ukraine; ukrinform; укринформ; укрінформ; unian; унiан; "
                            + "sputnik; спутник; риа новости; ria novosti; tass; тасс; itar-tass; итар-тасс; ap; afp; reuters; "
                            + "рейтер; xinhua; синьхуа; dpa; ansa; efe; pti; ani; ians; uni; anadolu; aa; dha; iha; hibya; "
                            + "irna; isna; mna; mehr; fars; tasnim; wam; spa; sana; kuna; qna; bna; map; nna; petra; wafa; "
                            + "mena; yonhap; kyodo; jiji; bernama; antara; vna; pap; čtk; ctk; tasr; mti; tanjug; fena; hina; "
                            + "sta; bta; бта; agerpres; mediafax; lusa; belga; anp; sda; ats; keystone-ats; tt; ntb; stt; "
                            + "ritzau; kazinform; казинформ; kabar; кабар; uza; interpressnews; 1tv; panarmenian; news.am; aap; "
                            + "upi; bloomberg; ina; nan; gna; aps; tap; cp; the canadian press; associated press; "
                            + "the associated press; agence france-presse; agencies; cnn; bbc; rfe/rl; oc media; news.ru; mia; "
                            + "mina; ena; kna; taiwan; cna; kcna; rossiya segodnya; ift; apn; ата; ata")
                    .split("; "));

    /** What may stand between the place and the day. */
    private static final Pattern BEFORE_DAY = Pattern.compile(
            "(?i)[\\s,.|/(–—-]*(?:(?:le|am|den|el|dne|on|dnia|il|em|op|den|mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,?\\s)?");

    private static final Pattern YEAR_WORD = Pattern.compile("^(?:\\s?(?:года|г\\.|року|р\\.|[.)]))+");
    private static final Pattern AGENCY_NAME = Pattern.compile(
            "^[\\s,./]*([\\p{L}][\\p{L}\\p{M}\\d.'’/-]*(?: [\\p{Lu}][\\p{L}\\p{M}]*){0,2}?)(?=[\\s]*(?:[.,:–—-]|/|$))");
    private static final Pattern AFTER_AGENCY = Pattern.compile("^[\\s./,]*(?:[–—-]+\\s*)?");
    private static final Pattern NAME_PARTS = Pattern.compile("\\s*[/,]\\s*|\\s+");
    private static final Pattern ENDED = Pattern.compile("[./:]\\z");

    private final DateFinder dates;

    Datelines(DateFinder dates) {
        this.dates = dates;
    }

    /**
     * A dateline at the start of a text.
     *
     * @param dateline what it says
     * @param date its day as an article's date, if it states one
     * @param end where the story starts in the text; the text's length if the line holds nothing else
     */
    record Opening(Dateline dateline, @Nullable StatedDate date, int end) {}

    /** The dateline that a paragraph or line opens with; null if it does not open with one. */
    @Nullable
    Opening at(String text, @Nullable String language, Instant seenAt) {
        String head = text.length() > REACH ? text.substring(0, REACH) : text;
        Opening eastAsian = isEastAsian(head) ? eastAsian(head, seenAt, language) : null;
        return eastAsian != null ? eastAsian : new Parse(head, text.length(), language, seenAt).opening();
    }

    /** Whether there is a character of the scripts, the first of which is the Korean one. */
    private static boolean isEastAsian(String head) {
        for (int i = 0; i < head.length(); i++) {
            char c = head.charAt(i);
            boolean punctuation = c >= 0x2000 && c < 0x2e80;
            if (c >= 0x1100 && !punctuation) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Opening eastAsian(String head, Instant seenAt, @Nullable String language) {
        Matcher matcher = EAST_ASIAN.matcher(head);
        if (!matcher.find()) {
            return null;
        }
        String agency =
                matcher.group(4) != null ? matcher.group(4) : matcher.group(1).isEmpty() ? null : matcher.group(1);
        List<FoundDate> found =
                matcher.group(3) == null ? List.of() : dates.find(matcher.group(3), language, seenAt, true);
        StatedDate date = found.isEmpty() ? null : StatedDate.of(found.getFirst(), Source.DATELINE);
        return new Opening(
                new Dateline(matcher.group(2), date == null ? null : date.date(), agency), date, matcher.end());
    }

    /** One attempt at one line. */
    private final class Parse {
        private final String head;
        private final int length;
        private final @Nullable String language;
        private final Instant seenAt;
        private int at;
        private @Nullable String place;
        private @Nullable StatedDate date;
        private @Nullable String agency;
        private boolean bracketed;
        private boolean knownAgency;

        Parse(String head, int length, @Nullable String language, Instant seenAt) {
            this.head = head;
            this.length = length;
            this.language = language;
            this.seenAt = seenAt;
        }

        @Nullable
        Opening opening() {
            if (!place() && !head.startsWith("(")) {
                return null;
            }
            date();
            if (brackets()) {
                date();
            }
            boolean dash = dash();
            if (agency == null) {
                agencyByName(dash);
                if (agency == null) {
                    agencyWithoutStop();
                }
                if (agency != null) {
                    dash |= dash();
                }
            }
            boolean alone =
                    at >= length || head.substring(Math.min(at, head.length())).isBlank() && head.length() == length;
            return believed(dash, alone) ? result() : null;
        }

        private boolean place() {
            Matcher matcher = PLACE.matcher(head);
            if (!matcher.find()) {
                matcher = CASELESS_PLACE.matcher(head);
                if (!matcher.find()) {
                    return false;
                }
            }
            String words = matcher.group(1);
            // "BAKU May 21" has the month's name where a place may have its second word.
            String[] split = words.split(" ");
            int kept = 1;
            while (kept < split.length
                    && !startsWithDate(words.substring(
                                    String.join(" ", List.of(split).subList(0, kept))
                                                    .length()
                                            + 1)
                            + head.substring(matcher.end(1)))) {
                kept++;
            }
            place = String.join(" ", List.of(split).subList(0, kept));
            if (place.endsWith(".")) {
                place = place.substring(0, place.length() - 1);
            }
            if (LABELS.contains(place.toLowerCase(Locale.ROOT)) || startsWithDate(head)) {
                return false;
            }
            at = place.length();
            for (int i = 0; i < 2; i++) {
                Matcher region = REGION.matcher(head.substring(at));
                if (!region.find()
                        || isAgency(region.group(1))
                        || startsWithDate(region.group(1) + head.substring(at + region.end()))) {
                    break;
                }
                at += region.end();
            }
            return true;
        }

        private boolean startsWithDate(String text) {
            List<FoundDate> found = dates.find(text.substring(0, Math.min(40, text.length())), language, seenAt, true);
            return !found.isEmpty() && found.getFirst().start() == 0;
        }

        private void date() {
            if (date != null) {
                return;
            }
            String rest = head.substring(Math.min(at, head.length()));
            List<FoundDate> found = dates.find(rest, language, seenAt, true);
            if (found.isEmpty()) {
                return;
            }
            FoundDate first = found.getFirst();
            String between = rest.substring(0, first.start());
            if (between.length() < 16 && BEFORE_DAY.matcher(between).matches()) {
                date = StatedDate.of(first, Source.DATELINE);
                at += first.end();
                Matcher year = YEAR_WORD.matcher(head.substring(at));
                if (year.find()) {
                    at += year.end();
                }
            }
        }

        private boolean brackets() {
            Matcher matcher = BRACKETED.matcher(head.substring(Math.min(at, head.length())));
            if (matcher.find()) {
                String inside = matcher.group(1) != null
                        ? matcher.group(1)
                        : matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
                int letters = (int) inside.chars().filter(Character::isLetter).count();
                if (letters >= 2
                        && TextLine.words(inside) <= 5
                        && (Character.isUpperCase(inside.codePointAt(0))
                                || isAgency(inside)
                                || !Character.isLowerCase(inside.codePointAt(0)))) {
                    agency = inside.strip();
                    knownAgency = isAgency(agency);
                    bracketed = true;
                    at += matcher.end();
                    return true;
                }
            }
            return false;
        }

        private boolean dash() {
            Matcher matcher = DASH.matcher(head.substring(Math.min(at, head.length())));
            if (matcher.find()) {
                at += matcher.end();
                return true;
            }
            return false;
        }

        private void agencyByName(boolean afterDash) {
            String rest = head.substring(Math.min(at, head.length()));
            Matcher matcher = AGENCY_NAME.matcher(rest);
            if (matcher.find()) {
                String name = matcher.group(1).replaceAll("[.]$", "");
                boolean capitals = name.length() >= 3
                        && name.equals(name.toUpperCase(Locale.ROOT))
                        && !name.equals(name.toLowerCase(Locale.ROOT));
                if (isAgency(name) || date != null && !afterDash && (capitals || closes(name, rest, matcher.end()))) {
                    agency = name;
                    knownAgency = isAgency(name);
                    at += matcher.end();
                    Matcher end = AFTER_AGENCY.matcher(head.substring(at));
                    if (end.find()) {
                        at += end.end();
                    }
                }
            }
        }

        /** Whether a name nobody knows stands where only an agency does: between the day and the mark that ends it. */
        private boolean closes(String name, String rest, int end) {
            if (place == null || !Character.isUpperCase(name.codePointAt(0))) {
                return false;
            }
            String mark = rest.substring(end).stripLeading();
            boolean spacedDash = end < rest.length()
                    && Character.isWhitespace(rest.charAt(end))
                    && DASH.matcher(mark).find();
            return spacedDash || mark.startsWith(". ") && place.equals(place.toUpperCase(Locale.ROOT));
        }

        /** A known agency that nothing but a space parts from the story, after a day. */
        private void agencyWithoutStop() {
            Matcher matcher = BARE_AGENCY.matcher(head.substring(Math.min(at, head.length())));
            if (date != null
                    && matcher.find()
                    && AGENCIES.contains(matcher.group(1).toLowerCase(Locale.ROOT))) {
                agency = matcher.group(1);
                knownAgency = true;
                at += matcher.end();
            }
        }

        private boolean isAgency(String name) {
            String lower = name.toLowerCase(Locale.ROOT).strip();
            if (AGENCIES.contains(lower)) {
                return true;
            }
            for (String part : NAME_PARTS.split(lower)) {
                if (AGENCIES.contains(part) && lower.length() <= 30 && !lower.contains(" and ")) {
                    return true;
                }
            }
            return false;
        }

        private boolean believed(boolean dash, boolean alone) {
            String name = place;
            boolean ended = dash
                    || alone
                    || at > 0
                            && ENDED.matcher(head.substring(0, Math.min(at, head.length()))
                                            .stripTrailing())
                                    .find();
            if (name == null) {
                return bracketed && knownAgency && dash;
            }
            boolean capitals = name.length() >= 3
                    && name.equals(name.toUpperCase(Locale.ROOT))
                    && !name.equals(name.toLowerCase(Locale.ROOT));
            if (date != null && agency != null) {
                return true;
            }
            if (agency != null) {
                return dash && (knownAgency || bracketed && capitals) || knownAgency && alone;
            }
            if (date != null) {
                return dash
                        || capitals && ended
                        || alone && date.date().precision().ordinal() <= 3 && name.split(" ").length <= 3;
            }
            // A lone place: only in capitals, with a dash that is not part of a word, and with a story after it.
            return capitals && dash && !alone && length > 60 && name.split(" ").length <= 3;
        }

        private Opening result() {
            Dateline dateline =
                    new Dateline(place == null ? null : spelt(place), date == null ? null : date.date(), agency);
            Matcher stop = STOP.matcher(head.substring(Math.min(at, head.length())));
            int end = stop.find() ? at + stop.end() : at;
            return new Opening(dateline, date, Math.min(end, length));
        }

        /** BAKU as Baku. */
        private static String spelt(String place) {
            if (place.length() <= 3 || !place.equals(place.toUpperCase(Locale.ROOT))) {
                return place;
            }
            StringBuilder out = new StringBuilder();
            boolean start = true;
            for (char c : place.toCharArray()) {
                out.append(start ? c : Character.toLowerCase(c));
                start = c == ' ' || c == '-';
            }
            return out.toString();
        }
    }
}
