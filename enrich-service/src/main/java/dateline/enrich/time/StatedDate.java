package dateline.enrich.time;

import dateline.contract.ArticleDate;
import dateline.contract.DateMention;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The date that a bare text states at its head: a short line of its own with a day, month and year ("Posted: 21.05.2024
 * 09:05"), or a dateline ("BAKU, 21 April —"), which is taken for the nearest such day. Running text states none.
 */
public final class StatedDate {
    private static final int MOST_LINES = 6;
    private static final int LONGEST_LINE = 80;
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern DATELINE_END = Pattern.compile("\\s[–—-]{1,2}\\s|—|:\\s|\\.\\s");

    private final DateReader reader = new DateReader();

    /**
     * The date, if the head states one.
     *
     * @param today what a dateline without a year is read against
     */
    public Optional<ArticleDate> of(String text, LocalDate today) {
        List<String> lines = text.substring(0, Math.min(text.length(), 1_000))
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(MOST_LINES)
                .toList();
        Optional<ArticleDate> line = lines.stream()
                .filter(one -> one.length() <= LONGEST_LINE)
                .flatMap(one -> days(one, today)
                        .filter(date -> YEAR.matcher(date.surface()).find()))
                .map(date -> date(date, ArticleDate.Source.TEXT))
                .findFirst();
        return line.or(() -> lines.stream()
                .flatMap(one -> days(dateline(one), today))
                .map(date -> date(date, ArticleDate.Source.DATELINE))
                .findFirst());
    }

    /** What stands before the first dash, colon or full stop, if that is short enough for a dateline. */
    private static String dateline(String line) {
        String head = line.substring(0, Math.min(line.length(), LONGEST_LINE));
        var end = DATELINE_END.matcher(head);
        return end.find()
                        && Character.isUpperCase(head.charAt(0))
                        && head.indexOf(',') > 0
                        && head.indexOf(',') < end.start()
                ? head.substring(0, end.start())
                : "";
    }

    /** Whatever the language: a text's language is not known yet when its date is asked for. */
    private Stream<DateMention> days(String line, LocalDate today) {
        return reader.languages().stream()
                .sorted(Comparator.comparing((String language) -> !language.equals("en")))
                .flatMap(language -> reader.read(line, language, today).stream())
                .filter(date -> DAY.matcher(date.value()).matches())
                .filter(date -> date.surface().chars().anyMatch(Character::isDigit));
    }

    private static ArticleDate date(DateMention date, ArticleDate.Source source) {
        return new ArticleDate(
                LocalDate.parse(date.value()).atStartOfDay(ZoneOffset.UTC).toInstant(),
                ArticleDate.Precision.DAY,
                source);
    }
}
