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
            if (isStandfirst(leaf, title >= 0)) {
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

    private boolean isStandfirst(Leaf leaf, boolean belowTitle) {
        Reason reason = body.reasons[leaf.index];
        boolean teaser = reason == Reason.RELATED_ARTICLES && belowTitle && isDescribed(leaf);
        if (reason != null && reason != Reason.OTHER && !teaser
                || leaf.length() < 30
                || leaf.length() > MAX_LENGTH
                || leaf.linkDensity() > 0.3) {
            return false;
        }
        if (leaf.container.within(Marks.CAPTION
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
        if (isNamed(leaf) && belowTitle) {
            return true;
        }
        return isDescribed(leaf) || belowTitle && leaf.length() >= 80 && leaf.endsSentence();
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
