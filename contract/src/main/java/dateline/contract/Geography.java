package dateline.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an article plays.
 *
 * @param dateline where it was written, by its dateline
 * @param places the places it mentions that are known on the map, the most mentioned first; the dateline's own mention
 *     does not count
 * @param countries the countries it is about, ISO 3166 alpha-2, the surest first; empty if nothing tells
 */
public record Geography(@Nullable Place dateline, List<Place> places, List<Country> countries) {
    public Geography {
        places = Lists.orEmpty(places);
        countries = Lists.orEmpty(countries);
    }

    /**
     * A place on the map.
     *
     * @param entityId the place's entity
     * @param name its name, in English where the knowledge base has one
     * @param country ISO 3166 alpha-2 of the country it lies in, null if it lies in none
     * @param latitude degrees north, from -90 to 90; null with the longitude if it is not known
     * @param longitude degrees east, from -180 to 180
     * @param mentions how often title and body name it
     */
    public record Place(
            String entityId,
            String name,
            @Nullable String country,
            @Nullable Double latitude,
            @Nullable Double longitude,
            int mentions) {}

    /**
     * A country an article is about.
     *
     * @param code ISO 3166 alpha-2
     * @param share of the evidence that speaks for it, from 0 to 1
     */
    public record Country(String code, double share) {}
}
