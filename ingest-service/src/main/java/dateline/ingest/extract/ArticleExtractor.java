package dateline.ingest.extract;

import java.time.Duration;

/**
 * Reads an article from a page or a text. Thread-safe; one instance serves a whole program, and is faster
 * the longer it lives, since it remembers what class names mean (a bounded number of them).
 *
 * <p>Runs in time linear in the input. When the budget runs out, what was found so far is given, with a note.
 */
public final class ArticleExtractor {
    private final Duration budget;
    private final DateFinder dates = new DateFinder();
    private final Marks vocabulary = new Marks();
    private final JsonLd jsonLd = new JsonLd();

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
            case HtmlPage html -> new HtmlArticle(html, new Budget(budget), dates, vocabulary, jsonLd).read();
            case TextPage text -> new TextArticle(text, dates).read();
        };
    }
}
