package dateline.ingest.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a page that its readers ask for, gathered in one walk instead of one for each question, with what
 * several of them want to know of each.
 */
final class PageElements {
    private static final int ASKED_FOR = 1;
    private static final int BLOCK = 1 << 1;
    private static final int SKIPPED = 1 << 2;
    private static final Map<String, Integer> TAGS = tags();

    /** All elements in page order. */
    final List<Entry> all = new ArrayList<>(1024);
    /** Those that have attributes, in page order. */
    final List<Entry> attributed = new ArrayList<>(512);

    final Element body;

    private final Marks vocabulary;
    private final Map<String, List<Element>> byTag = new HashMap<>();

    PageElements(Document page, Marks vocabulary) {
        this.vocabulary = vocabulary;
        // Asked for first, since jsoup makes one where there is none.
        this.body = page.body();
        TreeWalk.walk(page, new Gathering());
    }

    /** All elements with one of the tags that are gathered, in page order. */
    List<Element> withTag(String tag) {
        return byTag.getOrDefault(tag, List.of());
    }

    /** An element and what is known of it. */
    final class Entry {
        final Element element;
        final @Nullable Entry parent;
        final int tagBits;
        /** Whether there is a block in it, so that it is a box too if it is an inline element. */
        boolean holdsBlock;

        private int marks;
        private boolean marked;

        Entry(Element element, @Nullable Entry parent, int tagBits) {
            this.element = element;
            this.parent = parent;
            this.tagBits = tagBits;
        }

        boolean isBlock() {
            return (tagBits & BLOCK) != 0;
        }

        /** Whether its content is never text of the page. */
        boolean isSkipped() {
            return (tagBits & SKIPPED) != 0;
        }

        /** What its names and attributes say, looked up when first asked for. */
        int marks() {
            if (!marked) {
                marks = vocabulary.of(element);
                marked = true;
            }
            return marks;
        }
    }

    private final class Gathering implements TreeWalk.Visitor {
        private @Nullable Entry open;

        @Override
        public TreeWalk.Step enter(Element element) {
            String tag = element.normalName();
            int bits = TAGS.getOrDefault(tag, 0);
            Entry entry = new Entry(element, open, bits);
            if ((bits & ASKED_FOR) != 0) {
                byTag.computeIfAbsent(tag, key -> new ArrayList<>()).add(element);
            }
            all.add(entry);
            if (element.attributesSize() > 0) {
                attributed.add(entry);
            }
            if ((bits & BLOCK) != 0) {
                // Each is marked at most once, so this is linear.
                Entry up = open;
                while (up != null && !up.holdsBlock) {
                    up.holdsBlock = true;
                    up = up.parent;
                }
            }
            open = entry;
            return TreeWalk.Step.INTO;
        }

        @Override
        public void text(TextNode text) {
            // Read with the boxes, see PageTree.
        }

        @Override
        public void leave(Element element) {
            open = open == null ? null : open.parent;
        }
    }

    private static Map<String, Integer> tags() {
        Map<String, Integer> tags = new HashMap<>();
        for (String tag : List.of("html", "meta", "link", "script", "time", "h1", "h2", "h3", "h4")) {
            tags.merge(tag, ASKED_FOR, (a, b) -> a | b);
        }
        PageTree.BLOCKS.forEach(tag -> tags.merge(tag, BLOCK, (a, b) -> a | b));
        PageTree.SKIPPED.forEach(tag -> tags.merge(tag, SKIPPED, (a, b) -> a | b));
        return tags;
    }
}
