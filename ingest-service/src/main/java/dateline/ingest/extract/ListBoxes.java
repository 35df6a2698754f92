package dateline.ingest.extract;

import dateline.contract.Furniture.Reason;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Leaves out, before anything is scored, the boxes that a heading such as "Comments (12)" or "Read also" opens: such boxes
 * often have names that say nothing, and more words than the story.
 */
final class ListBoxes {
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    /** A column of a table may be called so too. */
    private static final Set<String> CELLS = Set.of("td", "th", "li", "dt", "dd", "pre");

    private static final Set<String> ARTICLE = Set.of("article");

    /** So much prose, in characters without white space, stands before a story's comments. */
    private static final int SHORTEST_STORY = 120;

    private static final Pattern REPLY = Pattern.compile("(?i)(?:re|aw|sv|antw|ответ)\\s?(?:\\[\\d+])?:\\s");

    private final PageTree tree;
    private final Selection selection;
    /** Characters in paragraphs, also short ones, up to each leaf. */
    private final int[] prose;

    ListBoxes(PageTree tree, Selection selection) {
        this.tree = tree;
        this.selection = selection;
        this.prose = new int[tree.leaves.size() + 1];
        for (Leaf leaf : tree.leaves) {
            boolean counts =
                    leaf.linkDensity() < 0.35 && (leaf.length() >= 80 || leaf.length() >= 40 && leaf.endsSentence());
            prose[leaf.index + 1] = prose[leaf.index] + (counts ? leaf.ink : 0);
        }
    }

    void leaveOut() {
        for (Leaf leaf : tree.leaves) {
            if (selection.reasons[leaf.index] != null || leaf.length() > 60 || leaf.length() < 3) {
                continue;
            }
            boolean heading = HEADINGS.contains(leaf.container.tag)
                    || leaf.container.element.attr("role").equals("heading");
            Node parent = leaf.container.parent;
            if (CELLS.contains(leaf.container.tag) || parent != null && CELLS.contains(parent.tag)) {
                continue;
            }
            if (!heading && !leaf.whole && leaf.boldChars * 10 < leaf.ink * 8) {
                continue;
            }
            if (leaf.linkDensity() < 0.5 && FurnitureLines.isCommentsHeading(leaf.text)) {
                comments(leaf, heading);
            } else if (FurnitureLines.isRelatedHeading(leaf.text)) {
                related(leaf);
            }
        }
    }

    /** Pages that load the next story below show it in an article element of its own, with a headline of the same rank. */
    void leaveOutOtherArticles(int headline) {
        Node title = headline < 0 ? null : tree.leaves.get(headline).container;
        Node own = title == null ? null : title.closest(ARTICLE);
        if (title == null || own == null || prose[own.endLeaf] - prose[own.firstLeaf] < SHORTEST_STORY) {
            return;
        }
        for (int i = own.endLeaf; i < tree.leaves.size(); i++) {
            Node heading = tree.leaves.get(i).container;
            Node other = heading.tag.equals(title.tag) ? heading.closest(ARTICLE) : null;
            if (other != null && !other.contains(own)) {
                leaveOut(i, other.endLeaf, Reason.RELATED_ARTICLES);
            }
        }
    }

    /** In forums and mail archives each answer repeats the thread's title after "Re:". */
    void leaveOutReplies(int headline, String title) {
        String key = Clean.key(title);
        if (headline < 0 || key.length() < 8 || REPLY.matcher(title).lookingAt()) {
            return;
        }
        for (Leaf leaf : tree.leaves.subList(headline + 1, tree.leaves.size())) {
            if (leaf.length() <= 300
                    && REPLY.matcher(leaf.text).lookingAt()
                    && Clean.key(leaf.text).endsWith(key)) {
                Node box = leaf.container;
                while (box.parent != null && !box.parent.contains(tree.leaves.get(headline))) {
                    box = box.parent;
                }
                Node thread = box.parent == null ? box : box.parent;
                leaveOut(box.firstLeaf, thread.endLeaf, Reason.COMMENTS);
                return;
            }
        }
    }

    private void comments(Leaf leaf, boolean heading) {
        Node box = boxOf(leaf);
        boolean holdsStory = prose[leaf.index] - prose[box.firstLeaf] >= SHORTEST_STORY;
        if (prose[leaf.index] >= SHORTEST_STORY && (heading || !holdsStory)) {
            leaveOut(leaf.index, box.endLeaf, Reason.COMMENTS);
        }
    }

    private void related(Leaf leaf) {
        Node box = boxOf(leaf);
        int all = prose[tree.leaves.size()];
        int inside = prose[box.endLeaf] - prose[box.firstLeaf];
        if (inside * 10 < all * 4 && prose[leaf.index] - prose[box.firstLeaf] == 0) {
            leaveOut(leaf.index, box.endLeaf, Reason.RELATED_ARTICLES);
        }
    }

    /** The box whose rest the heading is about: the nearest in which something comes after it. */
    private static Node boxOf(Leaf leaf) {
        Node box = leaf.container;
        for (int up = 0; up < 3 && box.endLeaf == leaf.index + 1 && box.parent != null; up++) {
            box = box.parent;
        }
        return box;
    }

    private void leaveOut(int from, int to, Reason reason) {
        for (int i = from; i < to; i++) {
            if (selection.reasons[i] == null) {
                selection.reasons[i] = reason;
            }
        }
    }
}
