package dateline.ingest.extract;

import dateline.contract.Furniture.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Finds the sentence or two between headline and story, which templates often set in another box than the story. It is
 * part of what a reader reads, so it joins the body.
 */
final class Standfirst {
    private static final int MAX_LENGTH = 700;
    private static final int NEAR = 25;

    private final PageTree tree;
    private final Selection body;
    private final String titleKey;
    private final String descriptionKey;

    Standfirst(PageTree tree, Selection body, String title, @Nullable String description) {
        this.tree = tree;
        this.body = body;
        this.titleKey = Clean.key(title);
        this.descriptionKey = description == null ? "" : Clean.key(description);
    }

    /** Adds the standfirst to the body if it stands before it; gives its text, or null if there is none. */
    @Nullable
    String join() {
        int start = body.kept.nextSetBit(0);
        if (start < 0) {
            return null;
        }
        int title = titleBefore(start);
        for (int i = Math.max(title + 1, start - NEAR); i < start; i++) {
            Leaf leaf = tree.leaves.get(i);
            if (isStandfirst(leaf, title)) {
                body.kept.set(i);
                body.reasons[i] = null;
                return leaf.text;
            }
        }
        Leaf first = tree.leaves.get(start);
        return isNamed(first) && first.length() >= 30 && first.length() <= MAX_LENGTH ? first.text : null;
    }

    private int titleBefore(int start) {
        for (int i = start - 1; i >= Math.max(0, start - NEAR); i--) {
            Leaf leaf = tree.leaves.get(i);
            if (leaf.length() <= 300 && leaf.container.tag.startsWith("h") && Headline.says(leaf.text, titleKey)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isStandfirst(Leaf leaf, int title) {
        boolean belowTitle = title >= 0;
        Reason reason = body.reasons[leaf.index];
        boolean teaser = reason == Reason.RELATED_ARTICLES && belowTitle && (isDescribed(leaf) || isAlone(leaf));
        boolean named = belowTitle && isNamed(leaf);
        if (reason != null && reason != Reason.OTHER && !teaser
                || leaf.length() < (named ? 12 : 30)
                || leaf.length() > MAX_LENGTH
                || leaf.linkDensity() > 0.3) {
            return false;
        }
        if (isWithin(
                        leaf.container,
                        belowTitle ? tree.leaves.get(title) : null,
                        Marks.CAPTION
                                | Marks.HIDDEN
                                | Marks.COMMENTS
                                | (teaser ? 0 : Marks.RELATED)
                                | Marks.NAVIGATION
                                | Marks.ASIDE)
                || FurnitureLines.of(leaf.text) != null
                || FurnitureLines.isCredit(leaf.text)
                || Bylines.startsLikeByline(leaf.text)
                || EditorsNotes.isNote(leaf.text)) {
            return false;
        }
        if (Headline.says(leaf.text, titleKey)) {
            return false;
        }
        if (named) {
            return true;
        }
        return isDescribed(leaf) || belowTitle && leaf.length() >= 80 && leaf.endsSentence();
    }

    /** Whether it or a box around it has one of these marks: not the boxes that hold headline or story too. */
    private boolean isWithin(Node container, @Nullable Leaf headline, int marks) {
        Leaf story = tree.leaves.get(body.kept.nextSetBit(0));
        for (Node node = container; node != null && !node.contains(story); node = node.parent) {
            if (headline != null && node.contains(headline)) {
                return false;
            }
            if (node.is(marks)) {
                return true;
            }
        }
        return false;
    }

    /** Whether what its template calls a teaser is a paragraph alone without a link: the story's own. */
    private boolean isAlone(Leaf leaf) {
        Node node = leaf.container;
        while (node.parent != null && !node.is(Marks.RELATED)) {
            node = node.parent;
        }
        return node.endLeaf - node.firstLeaf == 1 && node.links == 0 && leaf.length() >= 80 && leaf.endsSentence();
    }

    private boolean isDescribed(Leaf leaf) {
        return descriptionKey.length() >= 40 && Clean.key(leaf.text).startsWith(descriptionKey.substring(0, 40));
    }

    private static boolean isNamed(Leaf leaf) {
        Node node = leaf.container;
        for (int i = 0; i < 3 && node != null; i++, node = node.parent) {
            if (node.is(Marks.STANDFIRST)) {
                return true;
            }
        }
        return false;
    }
}
