package dateline.contract;

import java.util.List;

/**
 * What an article is about.
 *
 * @param id IPTC Media Topic id such as {@code medtop:11000000}, or {@code own:…} for an operator's own topic
 * @param name its English name
 * @param path ids from the top term down to this one, this one included
 * @param confidence from 0 to 1
 * @param evidence what spoke for it, such as the words found or the feed's category
 */
public record ArticleTopic(String id, String name, List<String> path, double confidence, List<String> evidence) {
    public ArticleTopic {
        path = Lists.orEmpty(path);
        evidence = Lists.orEmpty(evidence);
    }
}
