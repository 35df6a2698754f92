package dateline.contract;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An article as ingest saw it once: extracted, dated, not yet compared with earlier sightings.
 *
 * @param id hash of the canonical URL, see {@link ArticleId}
 * @param url the canonical URL
 * @param outlet who published it
 * @param title the headline; empty only if the page had none and no words to make one of
 * @param subtitle the standfirst, if there is one
 * @param bylines the authors' names, without "By"
 * @param published when it was published; never missing, see {@link ArticleDate.Source#FIRST_SEEN}
 * @param modified when the outlet says it was last changed
 * @param declaredLanguage what page, feed or submitter say it is written in, as a BCP 47 tag
 * @param leadImage URL of the picture above it
 * @param section the outlet's own section
 * @param tags the outlet's own keywords and the feed's categories
 * @param blocks the article, in reading order
 * @param furniture what was left out, and why
 * @param origin how it came here
 */
public record IncomingArticle(
        String id,
        String url,
        Outlet outlet,
        String title,
        @Nullable String subtitle,
        List<String> bylines,
        ArticleDate published,
        @Nullable ArticleDate modified,
        @Nullable String declaredLanguage,
        @Nullable String leadImage,
        @Nullable String section,
        List<String> tags,
        List<Block> blocks,
        List<Furniture> furniture,
        Origin origin)
        implements Incoming {
    /** What separates two blocks in {@link #body}. */
    public static final String BLOCK_SEPARATOR = "\n\n";

    public IncomingArticle {
        bylines = Lists.orEmpty(bylines);
        tags = Lists.orEmpty(tags);
        blocks = Lists.orEmpty(blocks);
        furniture = Lists.orEmpty(furniture);
    }

    /**
     * The text that is searched and tagged: the body blocks, joined by {@link #BLOCK_SEPARATOR}. Every offset into "the
     * body" is one into this string, in UTF-16 units.
     */
    public String body() {
        return blocks.stream()
                .filter(block -> block.kind().isBody())
                .map(Block::text)
                .collect(Collectors.joining(BLOCK_SEPARATOR));
    }
}
