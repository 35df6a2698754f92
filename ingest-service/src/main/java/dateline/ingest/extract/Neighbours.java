package dateline.ingest.extract;

/** Joins to the best box those of its neighbours that look like more of the same article. */
final class Neighbours {
    private final PageTree tree;
    private final Selection selection;
    private final Sums sums;

    Neighbours(PageTree tree, Selection selection) {
        this.tree = tree;
        this.selection = selection;
        this.sums = new Sums(tree, selection);
    }

    void join(Node top) {
        keep(top.firstLeaf, top.endLeaf);
        Node parent = top.parent;
        if (parent == null) {
            return;
        }
        double threshold = Math.max(10, top.score * 0.2);
        int next = parent.firstLeaf;
        for (Node sibling : parent.children) {
            looseText(next, sibling.firstLeaf);
            next = sibling.endLeaf;
            if (sibling != top && belongs(sibling, top, threshold)) {
                keep(sibling.firstLeaf, sibling.endLeaf);
            }
        }
        looseText(next, parent.endLeaf);
    }

    private boolean belongs(Node sibling, Node top, double threshold) {
        String name = top.element.className();
        double bonus = !name.isEmpty() && name.equals(sibling.element.className()) ? top.score * 0.2 : 0;
        if (sibling.scored && sibling.score + bonus >= threshold) {
            return true;
        }
        if (!sibling.tag.equals("p")) {
            return false;
        }
        double links = sums.linkDensity(sibling);
        int length = sums.length(sibling);
        return length > 80
                ? links < 0.25
                : length > 0
                        && links == 0
                        && sibling.endLeaf > sibling.firstLeaf
                        && tree.leaves.get(sibling.endLeaf - 1).endsSentence();
    }

    private void looseText(int from, int to) {
        for (int i = from; i < to; i++) {
            Leaf leaf = tree.leaves.get(i);
            if (leaf.length() > 80 ? leaf.linkDensity() < 0.25 : leaf.linkChars == 0 && leaf.endsSentence()) {
                keep(i, i + 1);
            }
        }
    }

    private void keep(int from, int to) {
        for (int i = from; i < to; i++) {
            if (selection.reasons[i] == null) {
                selection.kept.set(i);
            }
        }
    }
}
