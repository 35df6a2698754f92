package dateline.enrich.knowledge;

/**
 * A word for the people or things of a country: Belarusian, белорусский. It names no entity, but hints at a country.
 *
 * @param text one word or more
 * @param language BCP 47 tag
 * @param place id of the country or region
 */
public record Demonym(String text, String language, String place) {}
