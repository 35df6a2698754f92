package dateline.ingest.extract;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Walks an element's subtree in page order without recursion. jsoup's own walks allow for nodes that a visitor changes or
 * moves, and ask each node for its neighbour; nothing is changed here, so children are counted off.
 */
final class TreeWalk {
    private TreeWalk() {}

    /** What to do with an element's content. */
    enum Step {
        INTO,
        OVER,
        STOP
    }

    /** Is told of the nodes; {@link #leave} of those elements only that it went into. */
    interface Visitor {
        Step enter(Element element);

        void text(TextNode text);

        void leave(Element element);
    }

    /** An element that is being walked through, and which of its children comes next. */
    private static final class Open {
        final Element element;
        final int size;
        int next;

        Open(Element element) {
            this.element = element;
            this.size = element.childNodeSize();
        }
    }

    static void walk(Element root, Visitor visitor) {
        if (visitor.enter(root) != Step.INTO) {
            return;
        }
        Deque<Open> around = new ArrayDeque<>();
        Open open = new Open(root);
        while (true) {
            if (open.next == open.size) {
                visitor.leave(open.element);
                if (around.isEmpty()) {
                    return;
                }
                open = around.pop();
                continue;
            }
            Node child = open.element.childNode(open.next++);
            if (child instanceof TextNode text) {
                visitor.text(text);
            } else if (child instanceof Element element) {
                Step step = visitor.enter(element);
                if (step == Step.STOP) {
                    return;
                }
                if (step == Step.INTO) {
                    around.push(open);
                    open = new Open(element);
                }
            }
        }
    }
}
