package dateline.load.article;

import dateline.contract.EntityType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody or something that articles are about.
 *
 * @param id as in the knowledge base; {@code nil:…} if invented
 * @param names full name by language, where it differs from the English one
 * @param shortNames surname or the like, by language
 * @param country ISO 3166 alpha-2
 */
record Named(
        String id,
        EntityType type,
        String name,
        Map<String, String> names,
        Map<String, String> shortNames,
        @Nullable String country,
        @Nullable String wikidata,
        @Nullable Double latitude,
        @Nullable Double longitude) {
    String in(String language) {
        return names.getOrDefault(language, name);
    }

    /** What an article calls it when it has been named before. */
    String again(String language) {
        String known = shortNames.get(language);
        if (known != null) {
            return known;
        }
        String full = in(language);
        return type == EntityType.PERSON ? full.substring(full.lastIndexOf(' ') + 1) : full;
    }
}
