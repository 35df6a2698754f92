package dateline.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A block-level element. Its subtree is a range of nodes and a range of leaves, so statistics of it are differences. */
final class Node {
    final Element element;
    final String tag;
    final @Nullable Node parent;
    final int index;
    final int depth;
    /** What its names and attributes say, see {@link Marks}. */
    final int marks;

    final List<Node> children = new ArrayList<>(2);

    int end;
    int firstLeaf;
    int endLeaf;
    /** Counts within the subtree. */
    int images;

    int embeds;
    int inputs;
    int items;
    int paragraphs;
    int links;

    double score;
    boolean scored;

    Node(Element element, @Nullable Node parent, int index, int marks) {
        this.element = element;
        this.tag = element.normalName();
        this.parent = parent;
        this.index = index;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.marks = marks;
    }

    boolean is(int mark) {
        return (marks & mark) != 0;
    }

    boolean contains(Node other) {
        return other.index >= index && other.index < end;
    }

    boolean contains(Leaf leaf) {
        return leaf.index >= firstLeaf && leaf.index < endLeaf;
    }

    /** The nearest of itself and its ancestors with one of these tags, if there is one at or below {@code top}. */
    @Nullable
    Node closest(java.util.Set<String> tags) {
        Node node = this;
        while (node != null) {
            if (tags.contains(node.tag)) {
                return node;
            }
            node = node.parent;
        }
        return null;
    }

    /** Whether it or an ancestor bears one of these marks. */
    boolean within(int mark) {
        Node node = this;
        while (node != null) {
            if (node.is(mark)) {
                return true;
            }
            node = node.parent;
        }
        return false;
    }
}
