package dateline.query.coverage;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who publishes, and what about. */
public final class Coverage {
    private Coverage() {}

    /**
     * Outlets with their activity.
     *
     * @param total how many outlets there are; above 10,000 about that many
     * @param outlets those with the most articles first
     */
    public record Outlets(long total, List<OutletActivity> outlets) {
        public Outlets {
            outlets = List.copyOf(outlets);
        }
    }

    /**
     * What an outlet did.
     *
     * @param id its id
     * @param label its name
     * @param articles how many articles
     * @param reprints the share of them that repeat the text of an earlier article, from 0 to 1
     * @param revised how many of them changed after they were first seen
     * @param changes how many changes were seen in all
     * @param quoting how many of them quote somebody
     * @param lastPublished the newest article's date
     * @param lastSeen when Dateline last saw a new article
     * @param languages the languages it writes in, the most frequent first
     */
    public record OutletActivity(
            String id,
            String label,
            long articles,
            double reprints,
            long revised,
            long changes,
            long quoting,
            @Nullable Instant lastPublished,
            @Nullable Instant lastSeen,
            List<Language> languages) {
        public OutletActivity {
            languages = List.copyOf(languages);
        }
    }

    /** How many articles are in a language, a primary language subtag. */
    public record Language(String tag, long articles) {}

    /**
     * Topics with their articles.
     *
     * @param total how many topics have any article; above 10,000 about that many
     * @param topics those with the most articles first; a topic has the articles of the narrower ones, too
     */
    public record Topics(long total, List<TopicActivity> topics) {
        public Topics {
            topics = List.copyOf(topics);
        }
    }

    /**
     * A topic.
     *
     * @param id its id
     * @param label its name
     * @param articles how many articles
     * @param independent how many of them are no reprints
     * @param lastPublished the newest article's date
     */
    public record TopicActivity(
            String id,
            String label,
            long articles,
            long independent,
            @Nullable Instant lastPublished) {
        TopicActivity plus(TopicActivity other) {
            @Nullable Instant last = lastPublished;
            if (last == null || other.lastPublished != null && other.lastPublished.isAfter(last)) {
                last = other.lastPublished;
            }
            return new TopicActivity(
                    id,
                    label.equals(id) ? other.label : label,
                    articles + other.articles,
                    independent + other.independent,
                    last);
        }
    }
}
