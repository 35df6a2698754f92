package dateline.enrich.topic;

import dateline.contract.ArticleTopic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what a plain text is about, without a pipeline around it. Thread-safe. */
public final class ArticleTopics {
    private final TopicTagger tagger = new TopicTagger();

    /**
     * The topics of a text, the surest first; none if nothing is sure enough.
     *
     * @param text its first line is taken for the headline if it is short and followed by an empty line
     * @param language BCP 47 primary tag, if known
     */
    public List<ArticleTopic> of(String text, @Nullable String language) {
        int end = text.indexOf("\n\n");
        boolean headline = end > 0 && end <= LONGEST_HEADLINE && text.indexOf('\n') == end;
        String title = headline ? text.substring(0, end) : "";
        String body = headline ? text.substring(end) : text;
        return tagger.tag(new TopicText(title, body, null, List.of(), null, language));
    }

    private static final int LONGEST_HEADLINE = 150;
}
