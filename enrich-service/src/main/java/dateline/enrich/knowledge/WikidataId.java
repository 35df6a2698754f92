package dateline.enrich.knowledge;

/**
 * A verified Wikidata id.
 *
 * @param id {@code Q} and digits
 * @param source name of the {@link Source} that confirms it
 */
public record WikidataId(String id, String source) {}
