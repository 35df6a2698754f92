package dateline.enrich.topic;

import java.util.List;
import java.util.stream.Stream;

/**
 * An operator's own topic: a rule that an article meets or not.
 *
 * @param id {@code own:…}
 * @param words so many of them as {@code least} says must be found; may be empty
 * @param least each different one of {@code words} counts one, two if it stands in the title
 * @param all of each list one phrase must be found; may be empty if {@code words} is not
 * @param none of these may be found
 */
record OwnTopic(
        String id, String name, List<OwnPhrase> words, int least, List<List<OwnPhrase>> all, List<OwnPhrase> none) {
    /** What can speak for it. */
    Stream<OwnPhrase> sought() {
        return Stream.concat(all.stream().flatMap(List::stream), words.stream());
    }
}
