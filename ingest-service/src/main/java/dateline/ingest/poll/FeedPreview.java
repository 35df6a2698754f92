package dateline.ingest.poll;

import dateline.ingest.subscribe.FeedDiscovery.Candidate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a feed would bring, looked at before anybody subscribes to it.
 *
 * @param url the feed's own address
 * @param title what it calls itself
 * @param format such as {@code RSS 2.0}
 * @param language the language it declares
 * @param entries how many entries it has now
 * @param first the first of them
 * @param sample the first one as an article; missing where there is none to make
 * @param notes what is odd about the document though it could be read
 * @param alternatives other feeds that were found at the address
 * @param knownAs id of the subscription, if it is subscribed to already
 */
record FeedPreview(
        String url,
        @Nullable String title,
        @Nullable String format,
        @Nullable String language,
        int entries,
        List<Line> first,
        @Nullable Sample sample,
        List<String> notes,
        List<Candidate> alternatives,
        @Nullable String knownAs) {
    /**
     * An entry.
     *
     * @param published when it says it was published, if that is believed
     * @param fetchesPage whether its page would be fetched; else the feed's own text is taken
     */
    record Line(String title, String link, @Nullable Instant published, boolean fetchesPage) {}

    /**
     * An article as it would be ingested.
     *
     * @param paragraphs the beginning of its body
     * @param characters length of the whole body
     * @param leftOut pieces of the page that would be left out, by reason
     * @param note why it was not made of its page, if it was not
     */
    record Sample(
            String title,
            String url,
            Instant published,
            List<String> bylines,
            List<String> paragraphs,
            int characters,
            Map<String, Integer> leftOut,
            @Nullable String note) {}
}
