package dateline.ingest.extract;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

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

    /** The first link in an element, or the element if it is one; null if there is none. */
    static @Nullable Element firstLink(Element element) {
        FirstLink first = new FirstLink();
        walk(element, first);
        return first.link;
    }

    private static final class FirstLink implements Visitor {
        private @Nullable Element link;

        @Override
        public Step enter(Element element) {
            if (element.normalName().equals("a") && element.hasAttr("href")) {
                link = element;
                return Step.STOP;
            }
            return Step.INTO;
        }

        @Override
        public void text(TextNode text) {
            // Only elements are asked for.
        }

        @Override
        public void leave(Element element) {
            // Nothing is open.
        }
    }
}
