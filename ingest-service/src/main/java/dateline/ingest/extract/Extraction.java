package dateline.ingest.extract;

import dateline.contract.ArticleDate;
import dateline.contract.Block;
import dateline.contract.Furniture;
import dateline.contract.IncomingArticle;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was read from a page.
 *
 * @param title the headline; empty only if the page has neither one nor words to make one of
 * @param subtitle the standfirst, if the page has one apart from the body
 * @param bylines the authors' names, without "By"
 * @param siteName what the outlet calls itself
 * @param published when it says it was published; null if nothing states it
 * @param publishedOffset the zone in which that was stated, if it was: the day a reader of the page saw
 * @param modified when it says it was last changed
 * @param language what the page declares as its language, as a BCP 47 tag
 * @param canonicalUrl the page's own absolute URL, as it states it
 * @param leadImage absolute URL of the picture above it
 * @param section the outlet's own section
 * @param tags the outlet's own keywords
 * @param dateline the wire dateline that opens the story, if one does
 * @param blocks the article, in reading order
 * @param furniture what was left out, and why, in page order
 * @param notes what a reader of this result should know, such as that the time budget ran out
 */
public record Extraction(
        String title,
        @Nullable String subtitle,
        List<String> bylines,
        @Nullable String siteName,
        @Nullable ArticleDate published,
        @Nullable ZoneOffset publishedOffset,
        @Nullable ArticleDate modified,
        @Nullable String language,
        @Nullable String canonicalUrl,
        @Nullable String leadImage,
        @Nullable String section,
        List<String> tags,
        @Nullable Dateline dateline,
        List<Block> blocks,
        List<Furniture> furniture,
        List<String> notes) {
    public Extraction {
        bylines = List.copyOf(bylines);
        tags = List.copyOf(tags);
        blocks = List.copyOf(blocks);
        furniture = List.copyOf(furniture);
        notes = List.copyOf(notes);
    }

    /** The body, joined as {@link IncomingArticle#body} joins it. */
    public String text() {
        return blocks.stream()
                .filter(block -> block.kind().isBody())
                .map(Block::text)
                .collect(Collectors.joining(IncomingArticle.BLOCK_SEPARATOR));
    }

    /**
     * This, or if no story was found in the text, the text line by line: a summary of a line or two may look like
     * furniture, but it is all that there is.
     */
    public Extraction orWhole(String whole) {
        if (!text().isBlank() || whole.isBlank()) {
            return this;
        }
        List<Block> lines = whole.lines()
                .filter(line -> !line.isBlank())
                .map(line -> new Block(Block.Kind.PARAGRAPH, line.strip()))
                .toList();
        return new Extraction(
                title,
                subtitle,
                bylines,
                siteName,
                published,
                publishedOffset,
                modified,
                language,
                canonicalUrl,
                leadImage,
                section,
                tags,
                dateline,
                lines,
                List.of(),
                notes);
    }
}
