package dateline.ingest.revise;

import dateline.contract.Block;
import dateline.contract.IncomingArticle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was added to a body and what removed, block by block. A block that only moved is neither. Linear in the number of
 * blocks, so that no page can make it slow.
 */
record BodyDifference(List<String> added, List<String> removed) {
    static BodyDifference between(IncomingArticle before, IncomingArticle after) {
        return new BodyDifference(onlyInFirst(after, before), onlyInFirst(before, after));
    }

    private static List<String> onlyInFirst(IncomingArticle first, IncomingArticle second) {
        Map<String, Integer> counts = new HashMap<>();
        for (String text : body(second)) {
            counts.merge(Fingerprint.normalized(text), 1, Integer::sum);
        }
        List<String> only = new ArrayList<>();
        for (String text : body(first)) {
            if (counts.merge(Fingerprint.normalized(text), -1, Integer::sum) < 0) {
                only.add(text);
            }
        }
        return only;
    }

    private static List<String> body(IncomingArticle article) {
        return article.blocks().stream()
                .filter(block -> block.kind().isBody())
                .map(Block::text)
                .toList();
    }
}
