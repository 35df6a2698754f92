package dateline.query.search;

import dateline.contract.ArticleDate;
import dateline.contract.ArticleEntity;
import dateline.contract.Outlet;
import dateline.query.index.ArticleDocument;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A found article in a list.
 *
 * @param id its id, for {@code /api/articles/{id}}
 * @param url where it was published
 * @param title the headline
 * @param titleMatches where it matches
 * @param subtitle the standfirst
 * @param outlet who published it
 * @param bylines the authors
 * @param published when, how exactly that is known and from where
 * @param firstSeen when Dateline first saw it
 * @param revisedAt when Dateline saw this revision
 * @param revision counts from 1
 * @param language primary language subtag, if known
 * @param section the outlet's own section
 * @param entities whom it names, the most salient first, at most {@value #MAX_ENTITIES}
 * @param topics what it is about, the surest first
 * @param reprintOf the earlier article whose text it repeats, the first of those that do; none if it stands for itself
 * @param snippet where the body matches, or how it begins
 */
public record ArticleItem(
        String id,
        String url,
        String title,
        List<Snippet.Span> titleMatches,
        @Nullable String subtitle,
        Outlet outlet,
        List<String> bylines,
        ArticleDate published,
        Instant firstSeen,
        Instant revisedAt,
        int revision,
        @Nullable String language,
        @Nullable String section,
        List<ArticleEntity> entities,
        List<ArticleDocument.TopicRef> topics,
        @Nullable String reprintOf,
        Snippet snippet) {
    static final int MAX_ENTITIES = 20;
}
