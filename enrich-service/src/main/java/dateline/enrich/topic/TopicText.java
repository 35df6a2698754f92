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
    static TopicText of(IncomingArticle article, @Nullable String language) {
        return new TopicText(
                article.title(), article.body(), article.section(), article.tags(), article.url(), language);
    }
}
