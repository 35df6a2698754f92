package dateline.ingest.extract;

import dateline.contract.Furniture.Reason;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Leaves out what its names call furniture, before anything is scored. */
final class Pruning {
    /** A box with more than this share of a page's prose is the article whatever it is called. */
    private static final double MOST = 0.5;

    /** Share bars, bylines and appeals have less prose than this, in characters; what is only named so has more. */
    private static final int SMALL = 600;

    private static final int SOME = 150;
    private static final Set<String> QUOTE = Set.of("blockquote");

    private static final int SMALL_BOXES = Marks.SHARE | Marks.META | Marks.APPEAL | Marks.ADVERTISEMENT;

    private final PageTree tree;
    private final BodyFinder.Leniency leniency;

    private final int headline;

    Pruning(PageTree tree, int headline, BodyFinder.Leniency leniency) {
        this.tree = tree;
        this.headline = headline;
        this.leniency = leniency;
    }

    void apply(Selection selection) {
        int[] prose = proseSoFar();
        int all = prose[tree.leaves.size()];
        @Nullable Reason[] inherited = new Reason[tree.nodes.size()];
        for (Node node : tree.nodes) {
            Reason reason = node.parent == null ? null : inherited[node.parent.index];
            if (reason == null) {
                int ink = prose[node.endLeaf] - prose[node.firstLeaf];
                reason = ofItself(node, ink, all);
            }
            inherited[node.index] = reason;
        }
        for (Leaf leaf : tree.leaves) {
            selection.reasons[leaf.index] = inherited[leaf.container.index];
        }
        if (leniency != BodyFinder.Leniency.NOTHING) {
            ListBoxes boxes = new ListBoxes(tree, selection);
            boxes.leaveOut();
            boxes.leaveOutOtherArticles(headline);
            new TeaserCards(tree, selection).leaveOut(headline);
            boxes.leaveOutReplies(headline, headline < 0 ? "" : tree.leaves.get(headline).text);
        }
    }

    private @Nullable Reason ofItself(Node node, int ink, int all) {
        boolean most = ink > all * MOST && all > 500;
        if (leniency == BodyFinder.Leniency.NOTHING) {
            return null;
        }
        if (node.is(Marks.HIDDEN) && !most) {
            return Reason.OTHER;
        }
        // Long discussions outweigh short stories, so for them it is enough that some prose is left.
        if (isPageFooter(node) && !most || node.is(Marks.COMMENTS) && (!most || all - ink >= 300)) {
            return BodyFinder.reason(node.marks);
        }
        if (node.is(Marks.COOKIE) && leniency != BodyFinder.Leniency.NO_WEIGHTS) {
            // Consent walls are often longer than the story, so for them too it is enough that some prose is left.
            return !most || all - ink >= SOME ? Reason.COOKIE_NOTICE : null;
        }
        if (leniency != BodyFinder.Leniency.ALL_NAMES || most) {
            return null;
        }
        int marks = ink > SMALL ? node.marks & ~SMALL_BOXES : node.marks;
        if (node.tag.equals("footer") && !isPageFooter(node)) {
            marks &= ~Marks.UNLIKELY;
        }
        if ((marks & (Marks.FURNITURE | Marks.UNLIKELY)) != 0) {
            return BodyFinder.reason(marks);
        }
        return null;
    }

    /** A footer that is not the source below a quotation. */
    private static boolean isPageFooter(Node node) {
        return node.tag.equals("footer") && node.closest(QUOTE) == null;
    }

    /** Ink in long, little-linked leaves up to each leaf. */
    private int[] proseSoFar() {
        int[] sums = new int[tree.leaves.size() + 1];
        for (Leaf leaf : tree.leaves) {
            boolean prose = leaf.length() >= 80 && leaf.linkDensity() < 0.35;
            sums[leaf.index + 1] = sums[leaf.index] + (prose ? leaf.ink : 0);
        }
        return sums;
    }
}
