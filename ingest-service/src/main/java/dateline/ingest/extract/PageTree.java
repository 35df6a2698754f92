package dateline.ingest.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * A page as two lists in reading order: block elements and the runs of text in them. Made in one walk without
 * recursion; whatever is asked of a subtree later is the difference of two counts.
 */
final class PageTree {
    /** Elements whose content is never text of the page. */
    static final Set<String> SKIPPED = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "head",
            "canvas",
            "audio",
            "select",
            "textarea",
            "button",
            "option",
            "datalist",
            "map",
            "area",
            "title",
            "meta",
            "link",
            "amp-sidebar",
            "amp-consent",
            "amp-ad");

    static final Set<String> BLOCKS = Set.of(
            "html",
            "body",
            "address",
            "article",
            "aside",
            "blockquote",
            "center",
            "dd",
            "details",
            "dialog",
            "dir",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hgroup",
            "hr",
            "legend",
            "li",
            "main",
            "menu",
            "nav",
            "ol",
            "p",
            "pre",
            "section",
            "summary",
            "table",
            "caption",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "ul",
            "frameset",
            "search");

    final List<Node> nodes;
    final List<Leaf> leaves;
    /** Whether the walk stopped early because time ran out. */
    final boolean cut;

    private final Map<Element, Node> boxes = new IdentityHashMap<>();

    private PageTree(List<Node> nodes, List<Leaf> leaves, boolean cut) {
        this.nodes = nodes;
        this.leaves = leaves;
        this.cut = cut;
    }

    static PageTree of(PageElements elements, Budget budget) {
        Walk walk = new Walk(elements, budget);
        TreeWalk.walk(elements.body, walk);
        walk.finish();
        return new PageTree(walk.nodes, walk.leaves, walk.cut);
    }

    Node root() {
        return nodes.getFirst();
    }

    List<Leaf> leavesOf(Node node) {
        return leaves.subList(node.firstLeaf, node.endLeaf);
    }

    /** The box that an element stands in or is; null if it lies in what is never text. */
    @Nullable
    Node boxOf(Element element) {
        if (boxes.isEmpty()) {
            nodes.forEach(node -> boxes.put(node.element, node));
        }
        Element up = element;
        while (up != null) {
            Node node = boxes.get(up);
            if (node != null) {
                return node;
            }
            up = up.parent();
        }
        return null;
    }

    private static final Pattern LINE_NAME =
            Pattern.compile("(?i)date|datum|title|headline|byline|author|autor|time(?![a-z])");

    private static boolean isBlock(String tag) {
        return BLOCKS.contains(tag) || tag.indexOf('-') > 0;
    }

    private static final class Walk implements TreeWalk.Visitor {
        private final List<PageElements.Entry> entries;
        private final Budget budget;
        private final Deque<Node> open = new ArrayDeque<>();
        private final TextRun run = new TextRun();
        private final List<Node> nodes = new ArrayList<>();
        private final List<Leaf> leaves = new ArrayList<>();
        private @Nullable Element lastParent;
        private boolean lastHoldsSpans;
        private boolean cut;
        private int at;
        private int images;
        private int embeds;
        private int inputs;
        private int items;
        private int paragraphs;
        private int links;

        Walk(PageElements elements, Budget budget) {
            this.entries = elements.all;
            this.budget = budget;
        }

        @Override
        public void text(TextNode text) {
            run.append(text.getWholeText());
        }

        /** The element's entry: they are in the order of this walk, which passes over some. */
        private PageElements.Entry entry(Element element) {
            while (entries.get(at).element != element) {
                at++;
            }
            return entries.get(at);
        }

        @Override
        public TreeWalk.Step enter(Element element) {
            String tag = element.normalName();
            count(tag, element);
            PageElements.Entry entry = entry(element);
            if (entry.isSkipped()) {
                return TreeWalk.Step.OVER;
            }
            if (tag.equals("br")) {
                if (endsNamedLine(element) || run.lineBreak()) {
                    flush();
                }
                return TreeWalk.Step.INTO;
            }
            if (entry.isBlock()
                    || entry.holdsBlock
                    || tag.indexOf('-') > 0
                    || isCaptionSpan(tag, entry)
                    || isParagraphSpan(tag, element)) {
                if (!nodes.isEmpty() && (nodes.size() & 255) == 0 && budget.spent()) {
                    cut = true;
                    return TreeWalk.Step.STOP;
                }
                flush();
                open(element, entry.marks());
                if (tag.equals("pre")) {
                    run.preformatted++;
                }
            } else if ((entry.marks() & Marks.HIDDEN_ITSELF) != 0) {
                return TreeWalk.Step.OVER;
            }
            run.enter(tag, element);
            return TreeWalk.Step.INTO;
        }

        /** A caption inside a paragraph is a box of its own, whatever its element. */
        private boolean isCaptionSpan(String tag, PageElements.Entry entry) {
            return (tag.equals("span") || tag.equals("small") || tag.equals("cite"))
                    && entry.element.attributesSize() > 0
                    && (entry.marks() & furnitureIn(entry.element.parent())) != 0;
        }

        /** Whether the line before a break is nothing but an element that is named as date, title or byline. */
        private boolean endsNamedLine(Element lineBreak) {
            org.jsoup.nodes.Node before = lineBreak.previousSibling();
            if (!(before instanceof Element line) || line.attributesSize() == 0 || run.length() > 300) {
                return false;
            }
            String names = line.className() + ' ' + line.id();
            return names.length() > 4
                    && LINE_NAME.matcher(names).find()
                    && Clean.shortText(line, 300).length() == run.length();
        }

        /** Spans set as paragraphs: at least three side by side with nothing between them, and a text in each. */
        private boolean isParagraphSpan(String tag, Element element) {
            if (!tag.equals("span") || element.attributesSize() == 0) {
                return false;
            }
            Element parent = element.parent();
            if (parent == null || !isBlock(parent.normalName())) {
                return false;
            }
            if (parent != lastParent) {
                lastParent = parent;
                lastHoldsSpans = holdsParagraphSpans(parent);
            }
            return lastHoldsSpans;
        }

        private static boolean holdsParagraphSpans(Element parent) {
            int spans = 0;
            int inBlocks = 0;
            for (org.jsoup.nodes.Node child : parent.childNodes()) {
                if (child instanceof TextNode text && !text.isBlank()) {
                    return false;
                }
                if (child instanceof Element element && element.normalName().equals("span")) {
                    spans++;
                    String text = inBlocks < 3 ? Clean.shortText(element, 2_000) : "";
                    inBlocks += text.length() >= 80 && TextLine.endsSentence(text) ? 1 : 0;
                }
            }
            return spans >= 3 && inBlocks >= 2;
        }

        /** Names that make a span a box: a byline in a paragraph is part of its sentence, in a table's cell a line. */
        private static int furnitureIn(@Nullable Element parent) {
            int marks = Marks.CAPTION | Marks.SHARE | Marks.ADVERTISEMENT | Marks.NAVIGATION;
            boolean line = parent != null && parent.normalName().equals("td");
            return line ? marks | Marks.META : marks;
        }

        private void count(String tag, Element element) {
            switch (tag) {
                case "img", "amp-img", "picture" -> images++;
                case "iframe", "object", "embed", "video", "amp-video", "amp-iframe" -> embeds++;
                case "input" -> inputs += element.attr("type").equalsIgnoreCase("hidden") ? 0 : 1;
                case "textarea", "select", "button" -> inputs++;
                case "li" -> items++;
                case "p" -> paragraphs++;
                case "a" -> links++;
                default -> {}
            }
        }

        private void open(Element element, int marks) {
            Node parent = open.peek();
            Node node = new Node(element, parent, nodes.size(), marks);
            node.firstLeaf = leaves.size();
            node.images = images;
            node.embeds = embeds;
            node.inputs = inputs;
            node.items = items;
            node.paragraphs = paragraphs;
            node.links = links;
            nodes.add(node);
            if (parent != null) {
                parent.children.add(node);
            }
            open.push(node);
        }

        @Override
        public void leave(Element element) {
            Node top = open.peek();
            if (top != null && top.element == element) {
                flush();
                close(open.pop());
                if (top.tag.equals("pre")) {
                    run.preformatted--;
                }
            }
            run.leave(element.normalName(), element);
        }

        private void close(Node node) {
            node.end = nodes.size();
            node.endLeaf = leaves.size();
            node.images = images - node.images;
            node.embeds = embeds - node.embeds;
            node.inputs = inputs - node.inputs;
            node.items = items - node.items;
            node.paragraphs = paragraphs - node.paragraphs;
            node.links = links - node.links;
            if (node.endLeaf - node.firstLeaf == 1 && node.children.isEmpty()) {
                leaves.getLast().whole = true;
            }
        }

        private void flush() {
            Node container = open.peek();
            @Nullable Leaf leaf = container == null ? null : run.take(leaves.size(), container);
            if (leaf != null) {
                leaves.add(leaf);
            }
        }

        void finish() {
            flush();
            while (!open.isEmpty()) {
                close(open.pop());
            }
        }
    }
}
