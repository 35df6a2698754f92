package dateline.query.search;

import java.util.List;

/**
 * Articles like one.
 *
 * @param nearDuplicates those whose text it repeats, or which repeat its text, the most similar first
 * @param related others that use the same telling words or name the same entities, the best match first
 */
public record SimilarArticles(List<NearDuplicate> nearDuplicates, List<ArticleItem> related) {
    /**
     * Nearly the same article.
     *
     * @param similarity the share of all word sequences of both that is in both, from 0 to 1, estimated
     */
    public record NearDuplicate(double similarity, ArticleItem article) {}
}
