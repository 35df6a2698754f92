package dateline.query.suggest;

import dateline.query.index.Names;
import org.jspecify.annotations.Nullable;

/**
 * What may be meant.
 *
 * @param kind what it is: {@code person}, {@code organisation}, {@code place}, {@code topic}, {@code outlet}, …
 * @param id its id, the value to ask for
 * @param parameter the parameter of {@code GET /api/articles} that takes the id; none if it is no filter
 * @param label the name to show
 * @param matched the name that begins as typed, without case and accents, if it is not the one to show
 * @param articles how many articles there are of it
 */
public record Suggestion(
        String kind,
        String id,
        @Nullable String parameter,
        String label,
        @Nullable String matched,
        long articles) {
    /** Whether this, folded, is a whole name of it. */
    boolean isCalled(String folded) {
        return folded.equals(matched) || folded.equals(Names.fold(label));
    }
}
