package dateline.enrich.edit;

import dateline.enrich.knowledge.Edit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An edit and what became of it.
 *
 * @param number its place in the log, from 1; the same at every instance
 * @param status whether it is in effect
 * @param change what it changes; missing where it undoes another
 * @param undoes number of the edit that it undoes
 * @param by who asked for it
 * @param why in their words
 * @param at when it was taken
 * @param refusal why it was refused
 * @param field which part of it was wrong then
 * @param undoneBy number of the edit that undid it
 */
record AuditedEdit(
        int number,
        Status status,
        @Nullable Edit change,
        @Nullable Integer undoes,
        String by,
        String why,
        @Nullable Instant at,
        @Nullable String refusal,
        @Nullable String field,
        @Nullable Integer undoneBy) {
    enum Status {
        /** In effect. */
        APPLIED,
        /** Contradicted what was known when its turn came, and changed nothing. */
        REFUSED,
        /** Was in effect until another one undid it. */
        UNDONE
    }

    static AuditedEdit applied(int number, EditRecord edit) {
        return new AuditedEdit(
                number,
                Status.APPLIED,
                edit.change(),
                edit.undoes(),
                edit.by(),
                edit.why(),
                edit.at(),
                null,
                null,
                null);
    }

    static AuditedEdit refused(int number, EditRecord edit, String field, String refusal) {
        return new AuditedEdit(
                number,
                Status.REFUSED,
                edit.change(),
                edit.undoes(),
                edit.by(),
                edit.why(),
                edit.at(),
                refusal,
                field,
                null);
    }

    static AuditedEdit unreadable(int number, String refusal) {
        return new AuditedEdit(number, Status.REFUSED, null, null, "", "", null, refusal, null, null);
    }

    AuditedEdit undoneBy(int other) {
        return new AuditedEdit(number, Status.UNDONE, change, undoes, by, why, at, null, null, other);
    }

    /** Whether the edit names the entity. */
    boolean concerns(String id) {
        return switch (change) {
            case null -> false;
            case Edit.AddAlias add -> add.id().equals(id);
            case Edit.BlockAlias block -> block.id().equals(id);
            case Edit.Merge merge -> merge.id().equals(id) || merge.into().equals(id);
            case Edit.Split split -> split.id().equals(id) || split.newId().equals(id);
        };
    }
}
