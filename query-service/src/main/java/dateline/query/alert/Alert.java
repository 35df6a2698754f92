package dateline.query.alert;

import dateline.contract.IncomingArticle;
import dateline.contract.Outlet;
import dateline.contract.RawArticle;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a saved search has to tell: a value in {@link dateline.contract.Topic#ALERTS}. Either an article or a volume.
 *
 * @param id the same for the same thing, however often it is sent
 * @param search the saved search
 * @param name what the search was called then
 * @param at when it was found
 * @param article the article that matches
 * @param volume how many there were, where that is unusual
 */
public record Alert(
        String id,
        String search,
        String name,
        Instant at,
        @Nullable Article article,
        @Nullable Volume volume) {

    /**
     * An article, as far as an alert shows it.
     *
     * @param lead how its body begins
     */
    public record Article(
            String id,
            String url,
            String title,
            @Nullable String subtitle,
            Outlet outlet,
            @Nullable String language,
            Instant published,
            Instant firstSeen,
            int revision,
            String lead) {
        static Article of(RawArticle raw, @Nullable String language, String lead) {
            IncomingArticle article = raw.article();
            return new Article(
                    raw.id(),
                    article.url(),
                    article.title(),
                    article.subtitle(),
                    article.outlet(),
                    language,
                    article.published().at(),
                    raw.firstSeen(),
                    raw.revision(),
                    lead);
        }
    }

    /**
     * How many articles a span of time had, beside what is usual.
     *
     * @param span which span
     * @param from its beginning
     * @param until its end
     * @param count articles published in it
     * @param usual the median of the same span before
     * @param score how far off it is, see {@link Rhythm}; negative for too few
     */
    public record Volume(Span span, Instant from, Instant until, long count, double usual, double score) {}

    /** A span of time that counts are compared over. */
    public enum Span {
        HOUR,
        DAY
    }
}
