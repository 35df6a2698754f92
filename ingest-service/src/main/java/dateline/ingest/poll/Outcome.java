package dateline.ingest.poll;

import dateline.contract.IncomingArticle;
import java.util.List;

/**
 * What a poll or a page came to: both are written in one transaction, or neither.
 *
 * @param state the feed's next state
 * @param articles what was found
 */
record Outcome(FeedState state, List<IncomingArticle> articles) {
    Outcome {
        articles = List.copyOf(articles);
    }
}
