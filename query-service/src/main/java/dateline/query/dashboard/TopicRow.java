package dateline.query.dashboard;

import org.jspecify.annotations.Nullable;

/**
 * A topic's row in the list of all.
 *
 * @param articles the number, in words
 * @param share of the highest number, in per cent from 0 to 100
 */
public record TopicRow(
        String name,
        String link,
        String articles,
        int share,
        @Nullable ShownTime last) {}
