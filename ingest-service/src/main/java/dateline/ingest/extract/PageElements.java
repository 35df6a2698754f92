package dateline.ingest.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeTraversor;

/** The elements of a page that its readers ask for, gathered in one walk instead of one for each question. */
final class PageElements {
    private static final Set<String> ASKED_FOR =
            Set.of("html", "meta", "link", "script", "time", "h1", "h2", "h3", "h4");

    /** All elements that have attributes, in page order. */
    final List<Element> attributed = new ArrayList<>();
    /** Elements that hold blocks, so that inline ones among them are boxes too. */
    final Set<Element> holders = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Map<String, List<Element>> byTag = new HashMap<>();

    PageElements(Document page) {
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof Element element) {
                        add(element);
                    }
                },
                page);
    }

    /** All elements with one of the tags that are gathered, in page order. */
    List<Element> withTag(String tag) {
        return byTag.getOrDefault(tag, List.of());
    }

    /** Each element is marked as a holder at most once, so this is linear. */
    private void add(Element element) {
        String tag = element.normalName();
        if (ASKED_FOR.contains(tag)) {
            byTag.computeIfAbsent(tag, key -> new ArrayList<>()).add(element);
        }
        if (element.attributesSize() > 0) {
            attributed.add(element);
        }
        if (PageTree.BLOCKS.contains(tag)) {
            Element up = element.parent();
            while (up != null && holders.add(up)) {
                up = up.parent();
            }
        }
    }
}
