package dateline.ingest.extract;

import dateline.contract.Furniture.Reason;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out, before anything is scored, grids of cards: boxes alike and side by side, each with a link to another page of
 * the site and some words about it. Where each paragraph of the story has a box of its own, as page builders have it, such a
 * grid is denser prose than the story.
 */
final class TeaserCards {
    private static final int FEWEST = 3;
    private static final int LONGEST = 450;
    private static final int MOST_LEAVES = 8;
    private static final int SHORTEST_LINK = 12;
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

    /** So much prose, in characters without white space, is a story beside the cards. */
    private static final int SHORTEST_STORY = 250;

    private final PageTree tree;
    private final Selection selection;

    TeaserCards(PageTree tree, Selection selection) {
        this.tree = tree;
        this.selection = selection;
    }

    /** Only what comes after the headline, and only if enough of a story does, too: a list may be what the page is about. */
    void leaveOut(int headline) {
        if (headline < 0) {
            return;
        }
        BitSet inCards = new BitSet();
        for (Node parent : tree.nodes) {
            if (parent.links >= FEWEST && parent.children.size() >= FEWEST && parent.endLeaf > headline) {
                mark(parent, headline, inCards);
            }
        }
        int story = 0;
        int told = 0;
        for (Leaf leaf : tree.leaves.subList(headline + 1, tree.leaves.size())) {
            if (selection.reasons[leaf.index] == null && leaf.length() >= 80 && leaf.linkDensity() < 0.35) {
                story += inCards.get(leaf.index) ? 0 : leaf.ink;
                told += inCards.get(leaf.index) ? leaf.ink : 0;
            }
        }
        if (told > 0 && story >= SHORTEST_STORY && story * 3 >= told) {
            inCards.stream()
                    .filter(leaf -> selection.reasons[leaf] == null)
                    .forEach(leaf -> selection.reasons[leaf] = Reason.RELATED_ARTICLES);
        }
    }

    private void mark(Node parent, int headline, BitSet inCards) {
        // Most boxes hold no cards, and are passed over before names are compared.
        int linked = 0;
        for (Node child : parent.children) {
            linked += child.links > 0 ? 1 : 0;
        }
        if (linked < FEWEST) {
            return;
        }
        Map<String, List<Node>> alike = new LinkedHashMap<>();
        for (Node child : parent.children) {
            if (child.firstLeaf > headline && child.endLeaf > child.firstLeaf) {
                alike.computeIfAbsent(look(child), any -> new ArrayList<>()).add(child);
            }
        }
        for (List<Node> boxes : alike.values()) {
            if (boxes.size() < FEWEST) {
                continue;
            }
            Set<String> targets = new HashSet<>();
            for (Node box : boxes) {
                String target = target(box);
                if (target != null) {
                    targets.add(target);
                }
            }
            // Each tells of another page.
            if (targets.size() == boxes.size()) {
                boxes.forEach(box -> inCards.set(box.firstLeaf, box.endLeaf));
            }
        }
    }

    /** The page that a card is about; null if the box is none. */
    private static @Nullable String target(Node box, List<Leaf> leaves) {
        if (box.links == 0 || leaves.size() < 2 || leaves.size() > MOST_LEAVES) {
            return null;
        }
        int length = 0;
        boolean words = false;
        boolean named = false;
        for (Leaf leaf : leaves) {
            length += leaf.length();
            words |= leaf.length() >= 60 && leaf.linkDensity() < 0.35;
            named |= leaf.linkDensity() > 0.9
                    && leaf.length() >= SHORTEST_LINK
                    && (HEADINGS.contains(leaf.container.tag) || leaf.whole);
        }
        if (length > LONGEST || !words || !named) {
            return null;
        }
        Element link = TreeWalk.firstLink(box.element);
        return link == null ? null : ofThisSite(link);
    }

    private @Nullable String target(Node box) {
        return target(box, tree.leavesOf(box));
    }

    /** The address without its fragment if it is another page of the same site; of a page without address, if it is relative. */
    private static @Nullable String ofThisSite(Element link) {
        try {
            URI to = new URI(link.attr("href").strip());
            String path = to.getRawPath();
            if (path == null || path.isEmpty() && to.getRawQuery() == null) {
                return null;
            }
            URI page = new URI(link.baseUri());
            if (to.getHost() != null && !to.getHost().equalsIgnoreCase(page.getHost())) {
                return null;
            }
            return path + '?' + to.getRawQuery();
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Tag and first class name; the others often tell one card's topic from another's. */
    private static String look(Node node) {
        StringBuilder look = new StringBuilder(node.tag).append(' ');
        String names = node.element.className().strip();
        for (int i = 0; i < names.length() && names.charAt(i) != ' '; i++) {
            if (!Character.isDigit(names.charAt(i))) {
                look.append(names.charAt(i));
            }
        }
        return look.toString();
    }
}
