package dateline.ingest.extract;

import dateline.contract.Furniture;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Which leaves of a page are the article, and why the others are not. */
final class Selection {
    /** The leaves that are the article. */
    final BitSet kept;
    /** Why a leaf was left out; null where nothing but its place says so. */
    final Furniture.@Nullable Reason[] reasons;

    Selection(int leaves) {
        kept = new BitSet(leaves);
        reasons = new Furniture.@Nullable Reason[leaves];
    }

    void leaveOut(int leaf, Furniture.Reason reason) {
        kept.clear(leaf);
        reasons[leaf] = reason;
    }

    int inkOf(PageTree tree) {
        int ink = 0;
        for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
            ink += tree.leaves.get(i).ink;
        }
        return ink;
    }
}
