package dateline.newsroom;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Moves a newsroom in time, by whole days, so that its news is recent. Days that an English text names ("21 April",
 * "on Tuesday") move with it; months, years and other languages stay as they are. Labels no longer fit the moved text,
 * so what comes out is for showing, not for measuring.
 */
final class DateShift {
    private static final List<DateTimeFormatter> FORMS = List.of(
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("MMMM d", Locale.ENGLISH));

    private final long days;

    DateShift(long days) {
        this.days = days;
    }

    Newsroom apply(Newsroom newsroom) {
        return new Newsroom(
                newsroom.outlets(),
                newsroom.articles().stream().map(this::apply).toList());
    }

    private SampleArticle apply(SampleArticle article) {
        StringBuilder body = new StringBuilder(article.body());
        if ("en".equals(article.gold().language())) {
            // From the end, so that earlier offsets stay right.
            for (GoldLabels.DateMention date : article.gold().dates().reversed()) {
                moved(date).ifPresent(text -> body.replace(date.start(), date.end(), text));
            }
        }
        return new SampleArticle(
                article.slug(),
                article.outlet(),
                article.path(),
                article.title(),
                body.toString(),
                article.byline(),
                article.section(),
                article.published().plus(Duration.ofDays(days)),
                article.publishedDay(),
                article.datelineOnly(),
                article.split(),
                article.gold());
    }

    private Optional<String> moved(GoldLabels.DateMention date) {
        LocalDate was;
        try {
            was = LocalDate.parse(date.value());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        LocalDate is = was.plusDays(days);
        if (date.surface().equals(was.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH))) {
            return Optional.of(is.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        }
        return FORMS.stream()
                .filter(form -> form.format(was).equals(date.surface()))
                .map(form -> form.format(is))
                .findFirst();
    }
}
