package dateline.ingest.extract;

import dateline.contract.Furniture.Reason;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Leaves out of the chosen part what is not prose: boxes of links, of inputs, of headings without text. Boxes are judged
 * from the inside out, each by what was kept of it, in one pass.
 */
final class BodyCleaner {
    private static final Set<String> JUDGED = Set.of(
            "div", "section", "ul", "ol", "dl", "table", "form", "fieldset", "figure", "span", "article", "center");
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

    private static final Set<String> CALLS = Set.of("div", "section");
    private static final Set<String> NO_CALL = Set.of("blockquote", "li", "td", "th", "figcaption", "pre", "dd", "dt");
    private static final int LONGEST_CALL = 300;

    /** A box with more than this share of the chosen text is the article itself. */
    private static final double MOST = 0.6;

    private final PageTree tree;
    private final Selection selection;
    private final BodyFinder.Leniency leniency;

    private final int[] ink;
    private final int[] length;
    private final int[] link;
    private final int[] commas;
    private final int[] paragraphs;
    private final int[] items;
    private final int[] images;
    private final int[] inputs;
    private final int[] embeds;
    private final int[] heading;
    private final int[] list;
    private final int[] inBlocks;
    private final BitSet calls = new BitSet();

    BodyCleaner(PageTree tree, Selection selection, BodyFinder.Leniency leniency) {
        this.tree = tree;
        this.selection = selection;
        this.leniency = leniency;
        int n = tree.nodes.size();
        ink = new int[n];
        length = new int[n];
        link = new int[n];
        commas = new int[n];
        paragraphs = new int[n];
        items = new int[n];
        images = new int[n];
        inputs = new int[n];
        embeds = new int[n];
        heading = new int[n];
        list = new int[n];
        inBlocks = new int[n];
    }

    void clean() {
        int all = 0;
        for (Leaf leaf : tree.leaves) {
            if (selection.kept.get(leaf.index)) {
                add(leaf);
                all += leaf.length();
            }
        }
        findCalls(all);
        for (int i = tree.nodes.size() - 1; i > 0; i--) {
            Node node = tree.nodes.get(i);
            ownFeatures(node);
            if (length[i] > 0 && length[i] < all * MOST && JUDGED.contains(node.tag) && isFurniture(node)) {
                leaveOut(node);
            } else {
                addToParent(node);
            }
        }
    }

    private void add(Leaf leaf) {
        int i = leaf.container.index;
        ink[i] += leaf.ink;
        length[i] += leaf.length();
        link[i] += leaf.linkChars;
        commas[i] += leaf.commas;
        String tag = leaf.container.tag;
        if (tag.equals("p") || !leaf.whole || tag.equals("div") || tag.equals("pre")) {
            paragraphs[i]++;
        }
        heading[i] += HEADINGS.contains(tag) ? leaf.length() : 0;
        boolean block = leaf.whole || !tag.equals("div");
        inBlocks[i] += block ? leaf.length() : 0;
    }

    private void ownFeatures(Node node) {
        int i = node.index;
        int ownImages = node.images;
        int ownInputs = node.inputs;
        int ownEmbeds = node.embeds;
        for (Node child : node.children) {
            ownImages -= child.images;
            ownInputs -= child.inputs;
            ownEmbeds -= child.embeds;
        }
        images[i] += ownImages;
        inputs[i] += ownInputs;
        embeds[i] += ownEmbeds;
        if (node.tag.equals("li") && length[i] > 0) {
            items[i]++;
        }
        if (node.tag.equals("ul") || node.tag.equals("ol")) {
            list[i] = length[i];
        }
    }

    private void addToParent(Node node) {
        int i = node.index;
        int p = java.util.Objects.requireNonNull(node.parent).index;
        ink[p] += ink[i];
        length[p] += length[i];
        link[p] += link[i];
        commas[p] += commas[i];
        paragraphs[p] += paragraphs[i];
        items[p] += items[i];
        images[p] += images[i];
        inputs[p] += inputs[i];
        embeds[p] += embeds[i];
        heading[p] += heading[i];
        list[p] += list[i];
        inBlocks[p] += inBlocks[i];
    }

    private void leaveOut(Node node) {
        Reason reason = link[node.index] * 2 > ink[node.index] ? Reason.RELATED_ARTICLES : Reason.OTHER;
        for (int i = node.firstLeaf; i < node.endLeaf; i++) {
            if (selection.kept.get(i)) {
                selection.leaveOut(i, reason);
            }
        }
    }

    private boolean isFurniture(Node node) {
        int i = node.index;
        double weight = BodyFinder.weight(node, leniency) + (node.is(Marks.BODY) ? 25 : 0);
        if (node.tag.equals("table") && isData(node)) {
            return false;
        }
        double linkDensity = Math.min(1, link[i] / (double) Math.max(1, ink[i]));
        boolean isProse = paragraphs[i] >= 2 && length[i] > 400 && linkDensity < 0.1 && commas[i] >= 4;
        if (weight < 0 && !isProse) {
            return true;
        }
        if (commas[i] >= 10) {
            return false;
        }
        if (calls.get(i)) {
            return true;
        }
        boolean isList = node.tag.equals("ul") || node.tag.equals("ol") || list[i] > 0.9 * length[i];
        boolean inFigure = node.closest(Set.of("figure")) != null;
        double headingDensity = heading[i] / (double) length[i];
        if (!inFigure && images[i] > 1 && paragraphs[i] < images[i] * 0.5 && length[i] < 400) {
            return true;
        }
        if (!isList && items[i] - 100 > paragraphs[i]) {
            return true;
        }
        if (inputs[i] > paragraphs[i] / 3) {
            return true;
        }
        if (!isList
                && !inFigure
                && headingDensity < 0.9
                && length[i] < 25
                && (images[i] == 0 || images[i] > 2)
                && linkDensity > 0) {
            return true;
        }
        boolean isQuote =
                node.children.size() == 1 && node.children.getFirst().tag.equals("blockquote");
        if (isQuote) {
            return linkDensity > 0.6;
        }
        if (!isList && weight < 25 && linkDensity > 0.2) {
            return true;
        }
        if (weight >= 25 && linkDensity > 0.5) {
            return true;
        }
        if (isList && weight < 25 && linkDensity > 0.6) {
            return true;
        }
        return embeds[i] == 1 && length[i] < 75 || embeds[i] > 1 && length[i] < 200;
    }

    /**
     * Small boxes, unlike their neighbours, in which a few words end in a link or button that stands alone. Where much of
     * the text is in such boxes they are what the page is about.
     */
    private void findCalls(int all) {
        int inCalls = 0;
        int first = selection.kept.nextSetBit(0);
        int outermost = 0;
        int end = 0;
        for (Node node : tree.nodes) {
            if (node.firstLeaf > first && isCallToAction(node)) {
                calls.set(node.index);
                if (node.index < end) {
                    continue;
                }
                end = node.end;
                outermost++;
                for (Leaf leaf : tree.leavesOf(node)) {
                    inCalls += selection.kept.get(leaf.index) ? leaf.length() : 0;
                }
            }
        }
        if (outermost > 2 && inCalls * 10 > all) {
            calls.clear();
        }
    }

    private boolean isCallToAction(Node node) {
        int leaves = node.endLeaf - node.firstLeaf;
        if (!CALLS.contains(node.tag) || leaves < 2 || leaves > 6) {
            return false;
        }
        boolean button = false;
        int length = 0;
        for (Leaf leaf : tree.leavesOf(node)) {
            length += leaf.length();
            if (selection.kept.get(leaf.index) && NO_CALL.contains(leaf.container.tag)) {
                return false;
            }
            button |= leaf.linkDensity() > 0.9 && leaf.length() <= 40 && !leaf.endsSentence();
        }
        return button && length <= LONGEST_CALL && likes(node) < 3;
    }

    /** How many boxes beside this one, itself among them, have its tag and class names. */
    private static int likes(Node node) {
        int likes = 0;
        for (Node sibling : node.parent == null ? List.<Node>of() : node.parent.children) {
            likes += sibling.tag.equals(node.tag) && sibling.element.className().equals(node.element.className())
                    ? 1
                    : 0;
            if (likes >= 3) {
                break;
            }
        }
        return likes;
    }

    /** Whether a table holds data and not the page's layout. */
    private boolean isData(Node table) {
        int rows = 0;
        int cells = 0;
        for (int i = table.index + 1; i < table.end; i++) {
            switch (tree.nodes.get(i).tag) {
                case "table" -> {
                    return false;
                }
                case "caption", "th", "thead" -> {
                    return true;
                }
                case "tr" -> rows++;
                case "td" -> cells++;
                default -> {}
            }
        }
        return rows > 1 && cells > 10;
    }
}
