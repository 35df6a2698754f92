package dateline.ingest.extract;

import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Who wrote the story by the page's own elements and lines, for pages whose metadata do not say. */
final class PageBylines {
    /** How many leaves before and after the body's start may hold the line. */
    private static final int NEAR = 12;

    private final PageTree tree;
    private final Selection body;

    PageBylines(PageTree tree, Selection body) {
        this.tree = tree;
        this.body = body;
    }

    List<String> find(Document page) {
        for (Element element : page.body().getAllElements()) {
            if (element.attributesSize() == 0 || !isNamedByline(element)) {
                continue;
            }
            Node box = tree.boxOf(element);
            if (box == null || box.within(Marks.COMMENTS | Marks.RELATED | Marks.NAVIGATION | Marks.HIDDEN)) {
                continue;
            }
            String text = Clean.shortText(element, 120);
            if (text.isEmpty()) {
                continue;
            }
            Element name = element.selectFirst("[itemprop=name]");
            text = name == null ? text : Clean.shortText(name, 120);
            List<String> names = Bylines.names(List.of(text));
            if (!names.isEmpty()) {
                return names;
            }
        }
        return ofLines();
    }

    private static boolean isNamedByline(Element element) {
        if (element.attr("rel").equals("author") || element.attr("itemprop").equals("author")) {
            return true;
        }
        String names = (element.className() + ' ' + element.id()).toLowerCase(Locale.ROOT);
        return names.length() > 3
                && (names.contains("byline")
                        || names.contains("author")
                        || names.contains("dateline")
                        || names.contains("writtenby")
                        || names.contains("p-author")
                        || names.contains("autor"))
                && !names.contains("authors-list")
                && !names.contains("authority")
                && !names.contains("avatar")
                && !names.contains("bio");
    }

    private List<String> ofLines() {
        int start = Math.max(0, body.kept.nextSetBit(0));
        for (int i = Math.max(0, start - NEAR); i < Math.min(tree.leaves.size(), start + NEAR); i++) {
            Leaf leaf = tree.leaves.get(i);
            List<String> names = Bylines.ofLine(leaf.text);
            if (names != null && !leaf.container.within(Marks.COMMENTS | Marks.RELATED)) {
                return names;
            }
        }
        return List.of();
    }
}
