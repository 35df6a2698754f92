package dateline.ingest.extract;

import dateline.ingest.date.MonthNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes authors' names of bylines as outlets write them. */
final class Bylines {
    private static final int MAX_NAME = 80;

    /** "By" in the languages of the larger presses, and labels that stand for it. */
    private static final String BY_WORDS =
            "^\\s*(?:(?:story|text|words|reporting|written|posted|submitted|published|reported|edited|wpisany|dodany|napisany|analysis|opinion|interview|photographs|photos|pictures|images|texte|texto|testo|tekst|текст|artikel|article)\\s+)?"
                    + "(?:by|von|par|por|door|av|af|di|przez|autor(?:en|es|a)?|auteur|autore|redacci[oó]n|автор(?:ы)?|текст|muallif|müəllif|yazar|muhabir|haber|yazan|"
                    + "author|authors|reporter|correspondent|written by|podle|szerző|συντάκτης|του|της|oleh|penulis|bởi|írta|teksti|scris de|γράφει (?:ο|η)|από|作者|記者|记者|文|بقلم|كتب|كتبت|نویسنده|خبرنگار|گزارشگر|مאת|נכתב על ידי|מאת)"
                    + "(?:\\s*[:：|]\\s*|\\s+)";

    private static final Phrases BY_START = new Phrases(BY_WORDS);
    private static final Pattern BY = Pattern.compile(BY_WORDS, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern AND = Pattern.compile(
            "\\s*(?:(?:,|\\s)\\s*(?:and|und|et|y|e|i|och|og|en|и|та|və|ve|és|şi|și|और)\\s|,|;|\\||&|、|•|·|»)\\s*");

    /** "(avec Jane Doe)" or "with Jane Doe": another author. */
    private static final Pattern WITH = Pattern.compile(
            "\\s*(?:\\(\\s*|,\\s*|\\s)(?:[Ww]ith|[Aa]vec|[Mm]it|[Cc]on|[Mm]et|[Mm]ed)\\s(?=\\p{Lu})([^()]*)\\)?");

    /** From where, or for whom, somebody writes; only after a name of two words, and to the end. */
    private static final Pattern FROM_OR_FOR = Pattern.compile(
            "(?<=\\p{L}{1,30}[ .]{1,2}[\\p{L}'’-]{2,30})(?:,?\\s+(?:[Ss]pecial (?:to|for)|[Ff]or|reporting (?:from|for))\\s+(?:the )?(?=\\p{Lu})"
                    + "|,?\\s+(?:in|à|aus|from)\\s+(?=\\p{Lu}[\\p{L}'’.-]*(?:\\s\\p{Lu}[\\p{L}'’.-]*){0,2}$)).*$");

    /** One of these is in every text that {@link #FROM_OR_FOR} cuts. */
    private static final List<String> FROM_OR_FOR_PARTS = List.of(" in ", " à ", " aus ", " from ", "or ", "o ");

    /** Where the part before was written, as a part of its own. */
    private static final Pattern PLACE = Pattern.compile("^(?:in|à|aus|from|do|em)\\s+\\p{Lu}.*");

    /** Whoever edited the story is named after those who wrote it. */
    private static final Pattern EDITED = Pattern.compile("(?i)[,;.|]?\\s*\\b(?:copy-?)?edit(?:ed|ing) by\\b.*$");

    /** What kind of text it is before "by": a name has no article and no word in lower case before "von" or "di". */
    private static final Pattern KIND_OF_TEXT = Pattern.compile(
            "^(?:(?:[Ee]ine?|[Uu]ne?|[Uu]n[oa]|[Aa]n?|[Ee]en)\\s\\S+\\s|\\p{L}+\\s\\p{Ll}+\\s)(?:\\p{L}+\\s)?(?:by|von|par|por|di|door|przez)\\s+(?=\\p{Lu})");

    /** What is left of "on 21 May" when the date is cut off. */
    private static final Pattern BEFORE_DATE = Pattern.compile("\\s+(?:on|at|am|le|el|il|op|den|em|a)$");

    private static final Pattern NOISE = Pattern.compile(
            "https?://\\S+|www\\.\\S+|[\\w.+-]+@[\\w.-]+|\\B@\\w+|\\(\\s*\\)|\\[\\s*]",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern DATE_OR_TIME = Pattern.compile(
            "\\s*[|,•·–—-]?\\s*(?:\\b\\d{1,2}[./:-]\\d{1,2}\\b|\\b(?:19|20)\\d\\d\\b|\\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.? \\d{1,2}\\b|\\b\\d{1,2} [\\p{L}]+ (?:19|20)\\d\\d"
                    + "|(?<=\\p{L}{2,20} \\p{L}{2,20} )(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\\b"
                    + "|(?:published|updated|posted|last updated|follow|read more|minutes?|hours?|comments?)\\b).*$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** One of these, or a digit, is in every text that {@link #DATE_OR_TIME} cuts. */
    private static final List<String> DATE_PARTS =
            List.of("day", "published", "updated", "posted", "follow", "read more", "minute", "hour", "comment");

    private static final Pattern ROLE = Pattern.compile(
            "(?i)^(?:staff|senior|chief|political|business|sports?|foreign|special|contributing|associated press|the|news|editor|reporter|correspondent|writer|photographer|columnist|md|ma|phd|jr\\.?|sr\\.?|ii|iii|contributor|freelance|bureau|desk|team|guest|technology|science|health|education|national|local|world|tech)\\b.*");
    private static final Set<String> NOBODY = Set.of(
            "admin",
            "administrator",
            "editor",
            "author",
            "staff",
            "null",
            "undefined",
            "user",
            "root",
            "webmaster",
            "na",
            "none",
            "unknown",
            "newsroom",
            "redaktion",
            "by",
            "superuser",
            "wordpress",
            "autor",
            "webredaktion",
            "web");

    /** Words that begin what a page's menus say, and no name. */
    private static final Pattern MENU = Pattern.compile(
            "(?i)^(?:sign|log|my|show|hide|view|see|read|more|all|about|contact|follow|share|send|home|menu|skip|click|subscribe|join|get|the|our|your|new|latest|top|back|next|previous|print|save|add|leave|post)\\b");

    private static final Pattern ROLE_AT_END = Pattern.compile(
            "(?i)\\b(?:editor|reporter|correspondent|writer|columnist|producer|photographer|desk|team|staff|author)$");

    /** "JANE DOE | SPRINGFIELD": one word after a bar, which is no name. */
    private static final Pattern PLACE_AFTER_BAR = Pattern.compile("\\s*[|/]\\s*\\p{Lu}[\\p{L}.'’-]+\\s*$");

    private static final Pattern FOLLOW = Pattern.compile("(?i)\\bfollow\\b.*");
    private static final Pattern MARKS_AROUND = Pattern.compile("^[\\s\\-–—:|/.,•·()]+|[\\s\\-–—:|/,•·(]+$");

    private static final Pattern ACCOUNT =
            Pattern.compile("[a-z][\\w.-]*|[A-Za-z][\\w.-]*[\\d_][\\w.-]*|[A-Z][a-z]+[A-Z][A-Za-z]*");

    private Bylines() {}

    /** The names in what one or several bylines say; none if they name nobody. */
    static List<String> names(List<String> raw) {
        Set<String> names = new LinkedHashSet<>();
        for (String byline : raw) {
            if (byline.length() > 400) {
                continue;
            }
            String text = Clean.markup(byline);
            if (text.toLowerCase(Locale.ROOT).contains("follow")) {
                text = Clean.line(FOLLOW.matcher(text).replaceAll(""));
            }
            if (mayHoldNoise(text)) {
                text = NOISE.matcher(text).replaceAll(" ");
            }
            text = withoutEditors(withoutBy(text));
            text = WITH.matcher(text).replaceAll(", $1");
            text = mayHoldDate(text) ? withoutDate(text) : text;
            if (Clean.key(byline).contains("facebookcom") || byline.startsWith("http")) {
                continue;
            }
            Matcher place = PLACE_AFTER_BAR.matcher(text);
            if (place.find() && looksLikePerson(trimmed(withoutBy(text.substring(0, place.start()))))) {
                text = text.substring(0, place.start());
            }
            List<String> parts = split(text);
            boolean cutInPieces =
                    parts.stream().anyMatch(part -> Clean.key(part).length() < 2);
            for (String part : cutInPieces ? List.of(trimmed(text)) : parts) {
                String name = trimmed(withoutPlace(withoutBy(part)));
                if (isName(name)) {
                    names.add(name);
                }
            }
        }
        return List.copyOf(dedupe(new ArrayList<>(names)));
    }

    /** One of these is in all that {@link #NOISE} takes out. */
    private static boolean mayHoldNoise(String text) {
        return text.indexOf('@') >= 0
                || text.indexOf('(') >= 0
                || text.indexOf('[') >= 0
                || text.contains("://")
                || text.contains("www.");
    }

    private static String withoutPlace(String name) {
        return FROM_OR_FOR_PARTS.stream().anyMatch(name::contains)
                ? FROM_OR_FOR.matcher(name).replaceFirst("")
                : name;
    }

    /** Those named with "with" after others, "Jane Doe (with John Roe)". */
    static List<String> companions(String text) {
        Matcher with = WITH.matcher(text);
        return with.find()
                ? names(List.of(with.group(1))).stream()
                        .filter(Bylines::looksLikePerson)
                        .toList()
                : List.of();
    }

    private static String withoutDate(String text) {
        String before = DATE_OR_TIME.matcher(text).replaceFirst("");
        return before.length() == text.length()
                ? text
                : BEFORE_DATE.matcher(before).replaceFirst("");
    }

    /** The text without who edited it, unless it names nobody else. */
    private static String withoutEditors(String text) {
        if (!text.toLowerCase(Locale.ROOT).contains("edit")) {
            return text;
        }
        Matcher edited = EDITED.matcher(text);
        return edited.find() && edited.start() > 0 ? text.substring(0, edited.start()) : text;
    }

    private static boolean mayHoldDate(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return DateFinder.hasDigit(text) || DATE_PARTS.stream().anyMatch(lower::contains);
    }

    /** Whether a line starts as a byline does; the rest may still be no name. */
    static boolean startsLikeByline(String line) {
        return line.length() <= 120 && BY_START.start(line);
    }

    /** The names of a line that is nothing but a byline with its "By"; null if it is not one. */
    static @Nullable List<String> ofLine(String line) {
        if (!startsLikeByline(line)) {
            return null;
        }
        // The outlet and the place may follow the names.
        List<String> names = names(List.of(line)).stream()
                .takeWhile(Bylines::looksLikePerson)
                .toList();
        return names.isEmpty() ? null : names;
    }

    /** Whether it is two to four capitalised words, or as long in a script without capitals. */
    static boolean looksLikePerson(String name) {
        String[] words = TextLine.SPACES.split(name);
        if (MENU.matcher(name).find() || ROLE_AT_END.matcher(name).find()) {
            return false;
        }
        if (words.length < 2 || words.length > 5 || name.length() > 50) {
            return false;
        }
        int capitals = 0;
        for (String word : words) {
            int first = word.codePointAt(0);
            if (!Character.isLetter(first) && first != '\'' && first != '’' && first != '(') {
                return false;
            }
            capitals += Character.isLowerCase(first) ? 0 : 1;
            if (word.chars().anyMatch(Character::isDigit)) {
                return false;
            }
        }
        return capitals * 2 > words.length;
    }

    /** Whether it is one word as people are called by a system, "webteam", "aholt2" or "AnnaHolt". */
    static boolean looksLikeAccount(List<String> names) {
        return names.size() == 1 && ACCOUNT.matcher(names.getFirst()).matches();
    }

    /** Whether a line is nothing but what somebody is in a newsroom. */
    static boolean isRole(String line) {
        return TextLine.words(line) <= 5 && ROLE_AT_END.matcher(line).find();
    }

    static String withoutBy(String byline) {
        Matcher by = BY.matcher(byline);
        if (by.find()) {
            return byline.substring(by.end());
        }
        Matcher kind = KIND_OF_TEXT.matcher(byline);
        return kind.find() && looksLikePerson(byline.substring(kind.end())) ? byline.substring(kind.end()) : byline;
    }

    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        boolean afterRole = false;
        for (String part : AND.split(text)) {
            String name = trimmed(part);
            boolean role = ROLE.matcher(name).matches() || PLACE.matcher(name).matches();
            // "Health correspondent, Brussels"
            boolean place = afterRole && TextLine.words(name) == 1;
            if (!parts.isEmpty() && (role || place)) {
                afterRole = true;
                continue;
            }
            afterRole = false;
            parts.add(name);
        }
        return parts;
    }

    private static String trimmed(String name) {
        String trimmed = MARKS_AROUND.matcher(Clean.line(name)).replaceAll("");
        // The opening one may have been at its start.
        return trimmed.endsWith(")") && trimmed.indexOf('(') < 0 ? trimmed.substring(0, trimmed.length() - 1) : trimmed;
    }

    private static boolean isName(String name) {
        String key = Clean.key(name);
        return name.length() <= MAX_NAME
                && key.length() >= 2
                && !NOBODY.contains(key)
                && MonthNames.weekday(name).isEmpty()
                && MonthNames.month(name).isEmpty()
                && key.chars().anyMatch(Character::isLetter)
                && TextLine.words(name) <= 8;
    }

    private static List<String> dedupe(List<String> names) {
        Set<String> keys = new LinkedHashSet<>();
        names.removeIf(name -> !keys.add(Clean.key(name)));
        return names;
    }
}
