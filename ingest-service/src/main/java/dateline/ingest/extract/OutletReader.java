package dateline.ingest.extract;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Reads pages with what earlier pages of the same outlet have taught: what repeats on them is furniture. Remembers the
 * outlets read last, in this process only; after a start it learns anew within a few pages. Thread-safe.
 */
public final class OutletReader {
    private final ArticleExtractor extractor;
    private final Map<String, OutletFurniture> outlets;

    /**
     * A reader that has learnt nothing yet.
     *
     * @param extractor reads the single page
     * @param remembered how many outlets are remembered, some 100 KB each
     */
    public OutletReader(ArticleExtractor extractor, int remembered) {
        this.extractor = extractor;
        this.outlets = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, OutletFurniture> eldest) {
                return size() > remembered;
            }
        };
    }

    /**
     * Reads a page.
     *
     * @param outletId whose page it is
     */
    public Extraction read(String outletId, Page page) {
        OutletFurniture furniture = furniture(outletId);
        Set<Long> repeated;
        synchronized (furniture) {
            repeated = furniture.repeated();
        }
        Extraction extraction = extractor.extract(withRepeated(page, repeated));
        // Daily notices that differ in their numbers only (rates, quakes, fixtures) repeat, and are still news.
        if (extraction.text().isBlank() && !repeated.isEmpty()) {
            extraction = extractor.extract(page);
        }
        String url = page.url();
        if (url != null) {
            synchronized (furniture) {
                furniture.learn(url, extraction);
            }
        }
        return extraction;
    }

    private static Page withRepeated(Page page, Set<Long> repeated) {
        return switch (page) {
            case HtmlPage html ->
                new HtmlPage(html.html(), html.url(), html.hints().withRepeated(repeated));
            case TextPage text ->
                new TextPage(text.text(), text.url(), text.hints().withRepeated(repeated));
        };
    }

    private OutletFurniture furniture(String outletId) {
        synchronized (outlets) {
            return outlets.computeIfAbsent(outletId, id -> new OutletFurniture());
        }
    }
}
