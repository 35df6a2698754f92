package dateline.ingest.extract;

import dateline.contract.Block;
import dateline.contract.Furniture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Reads an article from a page or a text. Thread-safe: it holds nothing but its settings.
 *
 * <p>Runs in time linear in the input. When the budget runs out, what was found so far is given, with a note.
 */
public final class ArticleExtractor {
    private final Duration budget;

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
            case HtmlPage html -> extract(html);
            case TextPage text -> extract(text);
        };
    }

    private Extraction extract(HtmlPage page) {
        Budget time = new Budget(budget);
        Document document = Jsoup.parse(page.html(), page.url() == null ? "" : page.url());
        PageTree tree = PageTree.of(document, time);
        Selection selection = new BodyFinder(tree, time).find();
        List<Block> blocks = BlockBuilder.build(tree, selection);
        List<Furniture> furniture = new ArrayList<>();
        for (Leaf leaf : tree.leaves) {
            if (!selection.kept.get(leaf.index)) {
                Furniture.Reason reason = selection.reasons[leaf.index];
                furniture.add(new Furniture(reason == null ? Furniture.Reason.OTHER : reason, leaf.text));
            }
        }
        List<String> notes = tree.cut || time.spent() ? List.of("time budget exceeded: best answer so far") : List.of();
        return new Extraction(
                document.title(),
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                blocks,
                furniture,
                notes);
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
