package dateline.enrich.entity;

import java.util.ArrayList;
import java.util.List;

/** Some tokens that read like a known name, and whom they may name. */
final class NameSpan {
    final int from;
    final int to;
    final List<Candidate> candidates = new ArrayList<>(2);

    NameSpan(int from, int to) {
        this.from = from;
        this.to = to;
    }

    int words(Reading reading) {
        int words = 0;
        for (int i = from; i < to; i++) {
            if (reading.tokens.isWord(i)) {
                words++;
            }
        }
        return words;
    }
}
