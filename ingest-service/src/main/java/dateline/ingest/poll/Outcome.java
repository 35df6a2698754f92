package dateline.ingest.poll;

import dateline.contract.IncomingArticle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a poll or a page came to: both are written in one transaction, or neither.
 *
 * @param state the feed's next state
 * @param articles what was found
 * @param step the step of the articles' trace that this was; null if they are not traced
 */
record Outcome(
        FeedState state,
        List<IncomingArticle> articles,
        @Nullable String step) {
    Outcome(FeedState state, List<IncomingArticle> articles) {
        this(state, articles, null);
    }

    Outcome {
        articles = List.copyOf(articles);
    }
}
