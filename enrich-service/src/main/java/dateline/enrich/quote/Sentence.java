package dateline.enrich.quote;

import java.util.List;

/**
 * A sentence of the report: quotations in it count as one unit each, whatever they contain.
 *
 * @param paragraph which paragraph it stands in
 */
record Sentence(int paragraph, List<Unit> units) {
    int size() {
        return units.size();
    }

    Unit at(int i) {
        return units.get(i);
    }

    boolean has(int i) {
        return i >= 0 && i < units.size();
    }

    /** Whether there is a unit at this place, and it is this mark. */
    boolean isMark(int i, String marks) {
        return has(i) && at(i).isMark(marks);
    }

    boolean isQuote(int i) {
        return has(i) && at(i).kind() == Unit.Kind.QUOTE;
    }
}
