package dateline.enrich.edit;

import dateline.enrich.knowledge.Edit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An edit, or the undoing of one, as somebody asked for it: the value in {@code news.entities}. Whether it took effect
 * follows from what stands before it there.
 *
 * @param id also the record's key
 * @param change what to change; missing where an edit is undone
 * @param undoes number of the edit to undo; missing where something is changed
 * @param by who asked for it
 * @param why in their words
 * @param at when it was taken
 */
record EditRecord(
        String id, @Nullable Edit change, @Nullable Integer undoes, String by, String why, Instant at) {}
