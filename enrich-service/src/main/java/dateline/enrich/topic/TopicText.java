package dateline.enrich.topic;

import dateline.contract.IncomingArticle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What topics are read from.
 *
 * @param section the outlet's own section
 * @param tags the outlet's keywords and the feed's categories
 * @param language BCP 47 primary tag, if known
 */
record TopicText(
        String title,
        String body,
        @Nullable String section,
        List<String> tags,
        @Nullable String url,
        @Nullable String language) {
    private static final int LONGEST_HEADLINE = 150;

    /** Without a title, the body's first line is taken for one if it is short and an empty line follows it. */
    static TopicText of(IncomingArticle article, @Nullable String language) {
        String title = article.title();
        String body = article.body();
        int end = body.indexOf("\n\n");
        if (title.isEmpty() && end > 0 && end <= LONGEST_HEADLINE && body.indexOf('\n') == end) {
            title = body.substring(0, end);
            body = body.substring(end);
        }
        return new TopicText(title, body, article.section(), article.tags(), article.url(), language);
    }
}
