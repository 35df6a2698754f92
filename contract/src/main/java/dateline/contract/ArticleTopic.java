package dateline.contract;

import java.util.List;

/**
 * What an article is about.
 *
 * @param id IPTC Media Topic id such as {@code medtop:11000000}, or {@code own:…} for an operator's own topic
 * @param name its English name
 * @param path ids from the top term down to this one, this one included
 * @param pathNames the names of those, in the same order; empty in records older than this field
 * @param confidence from 0 to 1
 * @param evidence what spoke for it, such as the words found or the feed's category
 */
public record ArticleTopic(
        String id, String name, List<String> path, List<String> pathNames, double confidence, List<String> evidence) {
    public ArticleTopic {
        path = Lists.orEmpty(path);
        pathNames = Lists.orEmpty(pathNames);
        evidence = Lists.orEmpty(evidence);
    }
}
