package dateline.query.trace;

import dateline.contract.OutletBlock;
import dateline.contract.Takedown;
import dateline.query.deadletter.AuditEntry;
import dateline.query.deadletter.OpenLetter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that was found out of one article.
 *
 * @param trail where it lies in the log; null if Kafka does not answer
 * @param silence why Kafka does not answer
 * @param block the order that keeps its outlet out, if there is one
 */
record Evidence(
        String id,
        IndexLookup.Answer index,
        @Nullable LogTrail trail,
        @Nullable String silence,
        List<OpenLetter> letters,
        List<AuditEntry> audit,
        @Nullable Takedown takedown,
        @Nullable OutletBlock block) {
    /** The same, its outlet being kept out. */
    Evidence with(@Nullable OutletBlock order) {
        return new Evidence(id, index, trail, silence, letters, audit, takedown, order);
    }
}
