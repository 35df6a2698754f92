package dateline.ingest.extract;

import dateline.contract.Block;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads an article from a page or a text. Thread-safe: it holds nothing but its settings.
 *
 * <p>Runs in time linear in the input. When the budget runs out, what was found so far is given, with a note.
 */
public final class ArticleExtractor {
    private final Duration budget;
    private final DateFinder dates = new DateFinder();

    /** With two seconds for a page. */
    public ArticleExtractor() {
        this(Duration.ofSeconds(2));
    }

    /** With that much time for a page. */
    public ArticleExtractor(Duration budget) {
        this.budget = budget;
    }

    /** The article on the page. Never fails: a page without one gives an extraction without blocks. */
    public Extraction extract(Page page) {
        return switch (page) {
            case HtmlPage html -> new HtmlArticle(html, new Budget(budget), dates).read();
            case TextPage text -> extract(text);
        };
    }

    private Extraction extract(TextPage page) {
        List<Block> blocks = page.text()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> new Block(Block.Kind.PARAGRAPH, line))
                .toList();
        @Nullable String title = page.hints().title();
        return new Extraction(
                title == null ? "" : title,
                null,
                page.hints().bylines(),
                null,
                page.hints().published(),
                null,
                page.hints().language(),
                page.url(),
                null,
                null,
                List.of(),
                null,
                blocks,
                List.of(),
                List.of());
    }
}
