package dateline.ingest.revise;

import dateline.contract.Change;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an article's history short enough for a record: of a live page that changes every minute, the newest changes; of
 * a change that is a book, the beginning.
 */
final class History {
    /** Most changes that are kept. */
    static final int MAX_CHANGES = 100;

    /** Most text that all changes together may hold, in characters. */
    static final int MAX_CHARACTERS = 400_000;

    private static final int MAX_OF_ONE = 100_000;
    private static final int MAX_TITLE = 1000;

    private History() {}

    /**
     * The newest changes that fit.
     *
     * @param changes oldest first
     */
    static List<Change> bounded(List<Change> changes) {
        List<Change> kept = new ArrayList<>();
        int characters = 0;
        for (int i = changes.size() - 1; i >= 0 && kept.size() < MAX_CHANGES; i--) {
            Change change = cut(changes.get(i));
            characters += size(change);
            if (characters > MAX_CHARACTERS) {
                break;
            }
            kept.addFirst(change);
        }
        return kept;
    }

    private static Change cut(Change change) {
        @Nullable String title = change.previousTitle();
        return new Change(
                change.revision(),
                change.at(),
                title == null ? null : first(title, MAX_TITLE),
                cut(change.added()),
                cut(change.removed()));
    }

    private static List<String> cut(List<String> texts) {
        List<String> kept = new ArrayList<>();
        int room = MAX_OF_ONE;
        for (String text : texts) {
            if (room <= 0) {
                break;
            }
            String part = first(text, room);
            kept.add(part);
            // A short text costs more in JSON than its characters.
            room -= part.length() + 10;
        }
        return kept;
    }

    private static int size(Change change) {
        return size(change.added()) + size(change.removed());
    }

    private static int size(List<String> texts) {
        return texts.stream().mapToInt(text -> text.length() + 10).sum();
    }

    private static String first(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
