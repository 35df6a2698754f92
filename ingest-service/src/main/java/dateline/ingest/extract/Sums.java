package dateline.ingest.extract;

/** Running totals over the leaves that are not left out, so that any subtree's total is one subtraction. */
final class Sums {
    private final int[] ink;
    private final int[] link;
    private final int[] length;
    private final int[] prose;

    Sums(PageTree tree, Selection selection) {
        int n = tree.leaves.size();
        ink = new int[n + 1];
        link = new int[n + 1];
        length = new int[n + 1];
        prose = new int[n + 1];
        for (int i = 0; i < n; i++) {
            Leaf leaf = tree.leaves.get(i);
            boolean counts = selection.reasons[i] == null;
            ink[i + 1] = ink[i] + (counts ? leaf.ink : 0);
            link[i + 1] = link[i] + (counts ? leaf.linkChars : 0);
            boolean isProse = leaf.length() >= 80 && leaf.linkDensity() < 0.3 && leaf.endsSentence();
            prose[i + 1] = prose[i] + (counts && isProse ? leaf.ink : 0);
            length[i + 1] = length[i] + (counts ? leaf.length() : 0);
        }
    }

    int ink(Node node) {
        return ink[node.endLeaf] - ink[node.firstLeaf];
    }

    int length(Node node) {
        return length[node.endLeaf] - length[node.firstLeaf];
    }

    /** Characters in paragraphs: in leaves that are long, end as sentences do and are not mostly links. */
    int prose(Node node) {
        return prose[node.endLeaf] - prose[node.firstLeaf];
    }

    double linkDensity(Node node) {
        int all = ink(node);
        return all == 0 ? 0 : Math.min(1, (link[node.endLeaf] - link[node.firstLeaf]) / (double) all);
    }
}
