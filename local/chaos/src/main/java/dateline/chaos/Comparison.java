package dateline.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was published beside what a place holds.
 *
 * @param place its name
 * @param expected how many articles it should hold
 * @param lost missing
 * @param doubled there twice, or with more revisions than were published
 * @param stale with an older revision, or another text than the revision has
 * @param back there although taken down
 * @param examples the first few of them, with what is wrong
 */
record Comparison(String place, int expected, int lost, int doubled, int stale, int back, List<String> examples) {
    private static final int MOST_EXAMPLES = 5;

    static Comparison of(String place, List<Story> published, Map<String, Held> held, int twice) {
        int expected = 0;
        int lost = 0;
        int doubled = twice;
        int stale = 0;
        int back = 0;
        List<String> examples = new ArrayList<>();
        for (Story story : published) {
            @Nullable Held found = held.get(story.id());
            int revision = story.revisions();
            String wrong = "";
            if (story.isTakenDown()) {
                if (found != null) {
                    back++;
                    wrong = "is there although taken down";
                }
            } else if (found == null) {
                expected++;
                lost++;
                wrong = "is missing";
            } else {
                expected++;
                if (found.revision() > revision) {
                    doubled++;
                    wrong = "has revision " + found.revision() + " of " + revision;
                } else if (found.revision() < revision || found.checksum() != Story.checksum(story.body(revision))) {
                    stale++;
                    wrong = "has revision " + found.revision() + " of " + revision + ", checksum " + found.checksum();
                }
            }
            if (!wrong.isEmpty() && examples.size() < MOST_EXAMPLES) {
                examples.add(place + ": " + story.url() + " " + story.id() + " " + wrong);
            }
        }
        return new Comparison(place, expected, lost, doubled, stale, back, examples);
    }

    boolean isClean() {
        return lost + doubled + stale + back == 0;
    }

    String line() {
        return String.format("%-16s %9d %6d %9d %7d %9d", place, expected, lost, doubled, stale, back);
    }
}
