package dateline.newsroom;

import java.util.Locale;

/** The page templates, each after a kind of outlet; a template is {@code newsroom/pages/<style>.html}. */
public enum PageStyle {
    /** An agency: plain, no metadata beyond the title. */
    WIRE("d MMMM yyyy HH:mm"),
    /** Member-funded: an appeal above the article, related articles below it. */
    MEMBER("d MMMM yyyy"),
    /** A state paper or press office: the date only as text, in numbers. */
    GAZETTE("dd.MM.yyyy HH:mm:ss"),
    /** A table layout of the nineties. */
    PORTAL("dd.MM.yyyy, HH:mm"),
    /** JSON-LD, pictures, newsletter box. */
    BROADSHEET("EEEE d MMMM yyyy"),
    /** Links and videos between the paragraphs, share bars, comments. */
    TABLOID("HH:mm, d MMM yyyy"),
    /** A small-town paper: subscription offer, obituary links. */
    LOCAL("MMM d, yyyy"),
    /** A public broadcaster: {@code time} elements, topics. */
    PUBLIC("EEE d MMM yyyy 'at' h:mm a"),
    /** Business news: ticker, disclaimer, microdata. */
    BUSINESS("d MMM yyyy, HH:mm"),
    /** Sport: score table, fixtures, JSON-LD in a graph. */
    SPORTS("d MMM yyyy"),
    /** A weblog engine. */
    BLOG("d MMMM yyyy");

    private final String datePattern;

    PageStyle(String datePattern) {
        this.datePattern = datePattern;
    }

    /** How the visible date is written, as a pattern of {@link java.time.format.DateTimeFormatter}. */
    public String datePattern() {
        return datePattern;
    }

    String templateName() {
        return name().toLowerCase(Locale.ROOT) + ".html";
    }
}
