package dateline.query.search;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which articles are asked for.
 *
 * @param text what their words must hold; none for all articles
 * @param entities each of them must be named: an id or a name
 * @param topics each of them must be a topic or a topic's ancestor: an id or a name
 * @param outlets one of these outlets' ids published it, if there are any
 * @param languages one of these languages it is written in, if there are any
 * @param from not published before
 * @param until published before
 * @param sort in which order
 * @param size how many, at most
 * @param after after which place
 * @param facets what to count by
 */
public record ArticleQuery(
        @Nullable TextQuery text,
        List<String> entities,
        List<String> topics,
        List<String> outlets,
        List<String> languages,
        @Nullable Instant from,
        @Nullable Instant until,
        Sort sort,
        int size,
        @Nullable Cursor after,
        Set<Facet> facets) {
    public ArticleQuery {
        entities = List.copyOf(entities);
        topics = List.copyOf(topics);
        outlets = List.copyOf(outlets);
        languages = List.copyOf(languages);
        facets = Set.copyOf(facets);
    }
}
