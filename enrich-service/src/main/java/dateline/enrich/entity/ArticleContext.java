package dateline.enrich.entity;

import org.jspecify.annotations.Nullable;

/**
 * What is known about an article besides its text.
 *
 * @param outletCountry ISO 3166 alpha-2 of the outlet's country: what it calls "the Foreign Ministry" is likely there
 * @param datelinePlace the place its dateline names, as written
 */
public record ArticleContext(
        @Nullable String outletCountry, @Nullable String datelinePlace) {
    /** Nothing is known. */
    public static final ArticleContext NONE = new ArticleContext(null, null);
}
