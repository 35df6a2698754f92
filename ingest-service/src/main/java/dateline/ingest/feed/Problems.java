package dateline.ingest.feed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with a document: each kind of fault once, with the line of its first occurrence. */
final class Problems {
    private static final int MOST = 20;

    private final String text;
    private final Set<String> kinds = new HashSet<>();
    private final List<String> notes = new ArrayList<>();

    Problems(String text) {
        this.text = text;
    }

    void note(String problem) {
        String what = shortened(problem);
        if (kinds.add(what) && notes.size() < MOST) {
            notes.add(what);
        }
    }

    void note(String problem, int position) {
        String what = shortened(problem);
        if (kinds.add(what) && notes.size() < MOST) {
            notes.add(what + " in line " + line(position));
        }
    }

    List<String> notes() {
        return notes;
    }

    private static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }

    private long line(int position) {
        return text.chars().limit(position).filter(c -> c == '\n').count() + 1;
    }
}
