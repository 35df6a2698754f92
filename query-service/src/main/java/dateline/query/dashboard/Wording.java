package dateline.query.dashboard;

import dateline.contract.ArticleDate;
import dateline.contract.Figure;
import java.text.NumberFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Words and numbers as pages show them. */
public final class Wording {
    private Wording() {}

    public static String articles(long count) {
        return number(count) + (count == 1 ? " article" : " articles");
    }

    public static String number(long count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }

    /** A number that may be off by so much, with no more digits than it can answer for. */
    static String about(long count, long error) {
        if (error <= 0) {
            return number(count);
        }
        long unit = 1;
        while (unit * 10 <= error) {
            unit *= 10;
        }
        long rounded = (count + unit / 2) / unit * unit;
        return "≈ " + number(rounded == 0 ? count : rounded);
    }

    /** An amount, in one form. */
    static String figure(Figure figure) {
        String value = NumberFormat.getInstance(Locale.ENGLISH).format(figure.value());
        return value
                + (figure.currency() != null ? " " + figure.currency() : "")
                + (figure.unit() != null ? " " + figure.unit() : "")
                + (figure.of() != null ? ", " + figure.of() : "");
    }

    /** Where a date was found, in words. */
    static String source(ArticleDate.@Nullable Source source) {
        if (source == null) {
            return "an unknown source";
        }
        return switch (source) {
            case SUBMITTED -> "the system that sent it";
            case JSON_LD -> "JSON-LD";
            case META -> "a meta element";
            case TIME_ELEMENT -> "a time element";
            case TEXT -> "the visible text";
            case DATELINE -> "the dateline";
            case URL -> "the URL";
            case FEED -> "the feed";
            case FIRST_SEEN -> "when it was first seen, for want of a date";
        };
    }

    /** A constant's name in words: {@code READ_MORE} is "read more". */
    public static String words(@Nullable Enum<?> constant) {
        return constant == null
                ? "unknown"
                : constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
