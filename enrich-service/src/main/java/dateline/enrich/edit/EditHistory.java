package dateline.enrich.edit;

import dateline.enrich.edit.AuditedEdit.Status;
import dateline.enrich.knowledge.Edit;
import dateline.enrich.knowledge.EditConflictException;
import dateline.enrich.knowledge.Edits;
import dateline.enrich.knowledge.KnowledgeBase;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of edits, one after the other. The same records in the same order always give the same knowledge, so
 * instances that read one log agree without talking to each other. Belongs to one thread.
 */
final class EditHistory {
    private final KnowledgeBase files;
    private final List<AuditedEdit> edits = new ArrayList<>();
    private Edits applied;
    private int lastChange;

    EditHistory(KnowledgeBase files) {
        this.files = files;
        this.applied = new Edits(files);
    }

    /** Makes the edit, or refuses it. */
    AuditedEdit append(EditRecord record) {
        int number = edits.size() + 1;
        AuditedEdit audited;
        try {
            if (record.undoes() != null) {
                undo(record.undoes(), number);
            } else if (record.change() != null) {
                applied.apply(record.change());
            } else {
                throw new EditConflictException("edit", "nothing to change and nothing to undo");
            }
            lastChange = number;
            audited = AuditedEdit.applied(number, record);
        } catch (EditConflictException e) {
            audited = AuditedEdit.refused(number, record, e.field(), e.getMessage());
        }
        edits.add(audited);
        return audited;
    }

    /** Takes over an edit whose fate is known. */
    void repeat(AuditedEdit edit) {
        Edit change = edit.change();
        if (change != null && edit.status() == Status.APPLIED) {
            applied.apply(change);
        }
        edits.add(edit);
    }

    /** Counts a record that nobody can read; it keeps its number, at every instance. */
    void appendUnreadable(String reason) {
        edits.add(AuditedEdit.unreadable(edits.size() + 1, reason));
    }

    private void undo(int target, int by) {
        if (target < 1 || target > edits.size()) {
            throw new EditConflictException("number", "there is no edit " + target);
        }
        AuditedEdit undone = edits.get(target - 1);
        if (undone.change() == null) {
            throw new EditConflictException(
                    "number", "edit " + target + " undid another; make the other again instead");
        }
        switch (undone.status()) {
            case REFUSED ->
                throw new EditConflictException("number", "edit " + target + " was refused and changed nothing");
            case UNDONE -> throw new EditConflictException("number", "edit " + target + " is undone already");
            case APPLIED -> applied = without(target);
        }
        edits.set(target - 1, undone.undoneBy(by));
    }

    private Edits without(int target) {
        Edits others = new Edits(files);
        for (AuditedEdit edit : edits) {
            Edit change = edit.change();
            if (change != null && edit.status() == Status.APPLIED && edit.number() != target) {
                try {
                    others.apply(change);
                } catch (EditConflictException e) {
                    throw new EditConflictException(
                            "number",
                            "edit " + edit.number() + " builds on edit " + target + "; undo it first: "
                                    + e.getMessage());
                }
            }
        }
        return others;
    }

    /** The knowledge as the edits so far make it. */
    KnowledgeBase knowledge() {
        return applied.result();
    }

    /** Number of the last edit that changed something; 0 if none did. */
    int lastChange() {
        return lastChange;
    }

    /** All edits in their order. */
    List<AuditedEdit> edits() {
        return List.copyOf(edits);
    }
}
