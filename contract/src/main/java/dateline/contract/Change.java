package dateline.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a revision changed against the one before.
 *
 * @param revision the revision that came of it, from 2
 * @param at when ingest saw it
 * @param previousTitle the title before, if it changed
 * @param added body blocks that are new, in their order
 * @param removed body blocks that are gone, in their former order
 */
public record Change(
        int revision, Instant at, @Nullable String previousTitle, List<String> added, List<String> removed) {
    public Change {
        added = Lists.orEmpty(added);
        removed = Lists.orEmpty(removed);
    }
}
