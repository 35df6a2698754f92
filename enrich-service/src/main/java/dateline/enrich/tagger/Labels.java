package dateline.enrich.tagger;

import dateline.contract.EntityType;

/** The tagger's labels: outside, or the beginning, inside, last or only token of a name of some type. */
final class Labels {
    static final int OUTSIDE = 0;
    static final int BEGIN = 0;
    static final int INSIDE = 1;
    static final int LAST = 2;
    static final int UNIT = 3;
    static final EntityType[] TYPES = EntityType.values();
    static final int COUNT = 1 + 4 * TYPES.length;

    private Labels() {}

    static int of(int type, int position) {
        return 1 + type * 4 + position;
    }

    /** Number of the label's type; the label is not {@link #OUTSIDE}. */
    static int type(int label) {
        return (label - 1) >> 2;
    }

    static int position(int label) {
        return (label - 1) & 3;
    }

    /** Whether a name is still open behind this label. */
    static boolean isOpen(int label) {
        return label != OUTSIDE && position(label) <= INSIDE;
    }

    /** Whether the label may follow another one. */
    static boolean mayFollow(int before, int label) {
        boolean continues = label != OUTSIDE && (position(label) == INSIDE || position(label) == LAST);
        if (isOpen(before)) {
            return continues && type(before) == type(label);
        }
        return !continues;
    }
}
