package dateline.query.index;

import org.springframework.stereotype.Component;

/**
 * Tells one bad article from a bad index. If article after article is refused for the same reason and none gets through,
 * it is the mapping that is wrong, or this instance is older than what it reads: then all would end as dead letters, and
 * to wait for an operator is better. Thread-safe.
 */
@Component
final class Refusals {
    private final int most;
    private String reason = "";
    private int inARow;

    Refusals(IndexSettings settings) {
        this.most = settings.mostRefusals();
    }

    /** An article got through: the index is sound. */
    synchronized void taken() {
        inARow = 0;
    }

    /**
     * An article was refused.
     *
     * @throws StoreUnavailable if so many were before it, for the same reason, that it can hardly be the articles' fault
     */
    synchronized void refused(String why, String message) {
        inARow = why.equals(reason) ? inARow + 1 : 1;
        reason = why;
        if (inARow > most) {
            inARow = most;
            throw new StoreUnavailable(
                    "more than " + most + " articles in a row were refused (" + why + "), so nothing more is given up"
                            + " until one is taken; the last: " + message,
                    null);
        }
    }
}
