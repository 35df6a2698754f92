package dateline.query.about;

import dateline.contract.ArticleDate;
import dateline.contract.Outlet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an entity said, or what was said about it, the newest first.
 *
 * @param articles how many articles have such quotations
 * @param quotations those of this page's articles
 * @param next where the next page begins; none after the last
 */
public record Quotations(
        long articles, List<Quotation> quotations, @Nullable String next) {
    public Quotations {
        quotations = List.copyOf(quotations);
    }

    /**
     * A quotation.
     *
     * @param text the words
     * @param kind direct or reported
     * @param speaker the words that name the speaker
     * @param speakerId the entity that speaks, if known
     * @param verb the verb of saying
     * @param about ids of entities named in it
     * @param article where it stands
     */
    public record Quotation(
            String text,
            String kind,
            @Nullable String speaker,
            @Nullable String speakerId,
            @Nullable String verb,
            List<String> about,
            Source article) {
        public Quotation {
            about = List.copyOf(about);
        }
    }

    /**
     * The article a quotation is from.
     *
     * @param id its id
     * @param url where it was published
     * @param title its headline
     * @param outlet who published it
     * @param published when
     * @param language its language, if known
     */
    public record Source(
            String id,
            String url,
            String title,
            Outlet outlet,
            ArticleDate published,
            @Nullable String language) {}
}
