package dateline.query.deliver;

import dateline.query.alert.Alert;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says.
 *
 * @param subject one line
 * @param body plain text
 */
record MailText(String subject, String body) {
    private static final int LONGEST_SUBJECT = 160;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** Says what these alerts of one search are, of which there is at least one. */
    static MailText of(List<Alert> alerts, @Nullable String address) {
        Alert first = alerts.getFirst();
        String subject = alerts.size() == 1
                ? oneLine(first.name() + ": " + headline(first))
                : oneLine(alerts.size() + " new for " + first.name());
        StringBuilder body = new StringBuilder();
        for (Alert alert : alerts) {
            append(body, alert);
        }
        body.append("--\nYou get this because of the saved search \"")
                .append(first.name())
                .append("\" of Dateline");
        if (address != null) {
            body.append(":\n").append(address).append("/api/searches/").append(first.search());
        }
        return new MailText(subject, body.append('\n').toString());
    }

    private static void append(StringBuilder body, Alert alert) {
        Alert.Article article = alert.article();
        body.append(headline(alert)).append('\n');
        if (article != null) {
            body.append(article.outlet().name())
                    .append(", ")
                    .append(time(article.published()))
                    .append('\n');
            body.append(article.url()).append("\n\n").append(article.lead()).append('\n');
        }
        body.append('\n');
    }

    private static String headline(Alert alert) {
        Alert.Volume volume = alert.volume();
        if (alert.article() != null) {
            return alert.article().title().isBlank()
                    ? alert.article().url()
                    : alert.article().title();
        }
        return volume == null
                ? "nothing"
                : String.format(
                        Locale.ROOT,
                        "%s articles than usual: %d in the %s from %s, usually %.0f",
                        volume.score() > 0 ? "more" : "fewer",
                        volume.count(),
                        volume.span() == Alert.Span.HOUR ? "hour" : "day",
                        time(volume.from()),
                        volume.usual());
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (line.length() <= LONGEST_SUBJECT) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, LONGEST_SUBJECT) - 1)) + "…";
    }
}
