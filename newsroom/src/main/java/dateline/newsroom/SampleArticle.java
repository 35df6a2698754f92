package dateline.newsroom;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invented article with its labels.
 *
 * @param slug unique in the newsroom
 * @param outlet who publishes it
 * @param path its path on the server, outlet included
 * @param body paragraphs, joined by an empty line
 * @param published when, in the outlet's view
 * @param publishedDay whether only the day is known
 * @param datelineOnly whether neither page nor feed states a date, so that only the text can tell it
 * @param split whether models may learn from it
 * @param gold what is true of it
 */
public record SampleArticle(
        String slug,
        SampleOutlet outlet,
        String path,
        String title,
        String body,
        @Nullable String byline,
        @Nullable String section,
        Instant published,
        boolean publishedDay,
        boolean datelineOnly,
        Split split,
        GoldLabels gold) {
    /** What the article may be used for. A story is never in both. */
    public enum Split {
        TRAIN,
        /** Measured on, never learned from. */
        HELD_OUT
    }

    /** The paragraphs of the body. */
    public List<String> paragraphs() {
        return List.of(body.split("\n\n"));
    }

    /** The text that a label's field points into. */
    public String text(GoldLabels.Field field) {
        return switch (field) {
            case TITLE -> title;
            case BODY -> body;
        };
    }
}
