package dateline.query.about;

import dateline.query.search.Tally.Counted;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entity as the articles show it.
 *
 * @param id its id
 * @param name what it is called in the newest article that names it
 * @param type person, organisation, …
 * @param wikidata its Wikidata id, if known
 * @param articles how many of the found articles name it
 * @param independent how many of them are no reprints
 * @param firstPublished when the first of them was published
 * @param lastPublished when the last of them was published
 * @param firstSeen when Dateline first saw one of them
 * @param outlets how many outlets name it
 * @param quotedIn how many articles quote it
 * @param quotedAboutIn how many articles quote somebody else about it
 * @param topics what those articles are about, the most frequent first
 * @param countries which countries they are about
 * @param byOutlet who publishes them
 */
public record Profile(
        String id,
        String name,
        String type,
        @Nullable String wikidata,
        long articles,
        long independent,
        @Nullable Instant firstPublished,
        @Nullable Instant lastPublished,
        @Nullable Instant firstSeen,
        long outlets,
        long quotedIn,
        long quotedAboutIn,
        List<Counted> topics,
        List<Counted> countries,
        List<Counted> byOutlet) {
    public Profile {
        topics = List.copyOf(topics);
        countries = List.copyOf(countries);
        byOutlet = List.copyOf(byOutlet);
    }
}
