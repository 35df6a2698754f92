package dateline.enrich.knowledge;

import dateline.contract.EntityType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody or something known.
 *
 * @param id stable for ever: {@code person:}, {@code org:} or {@code place:} and the slug of the English name
 * @param kind what sort of thing it is
 * @param name to show, in English
 * @param names every spelling, {@code name} first; no text twice
 * @param countryCode ISO 3166-1 alpha-2 of the country it belongs to
 * @param roles current ones first
 * @param position of places
 * @param population of places; 0 where unknown
 * @param geonamesId 0 where there is none
 * @param wikidataId only where a source confirms it
 * @param prior how prominent it is in the news, from 0 to 1: what to believe before reading the article
 * @param differentFrom ids of known namesakes, so that sharing a name is no accident
 * @param source where the record came from
 */
public record Entity(
        String id,
        EntityKind kind,
        String name,
        List<EntityName> names,
        @Nullable String countryCode,
        List<Role> roles,
        @Nullable Location position,
        long population,
        long geonamesId,
        @Nullable WikidataId wikidataId,
        double prior,
        Set<String> differentFrom,
        Source source) {
    private static final double LITTLE_KNOWN = 0.2;

    public EntityType type() {
        return kind.type();
    }

    /**
     * Whether so little known that the name alone does not say that this one is meant: from a list, in one spelling, and
     * hardly ever in the news.
     */
    public boolean isLittleKnown() {
        return prior < LITTLE_KNOWN && wikidataId != null && wikidataId.source().equals(source.name());
    }

    public Optional<String> country() {
        return Optional.ofNullable(countryCode);
    }

    public Optional<Location> location() {
        return Optional.ofNullable(position);
    }

    public OptionalLong geonames() {
        return geonamesId == 0 ? OptionalLong.empty() : OptionalLong.of(geonamesId);
    }

    public Optional<WikidataId> wikidata() {
        return Optional.ofNullable(wikidataId);
    }
}
