package dateline.query.geography;

import dateline.query.search.Tally.Counted;
import java.util.List;

/**
 * Where articles play.
 *
 * @param articles how many were found
 * @param located how many of them are about a country that is known
 * @param countries how many are about each, the most frequent first; one article may be about several
 * @param points how many name each place whose position is known, the most frequent first
 * @param otherPoints how many namings of rarer places are not listed
 */
public record Places(long articles, long located, List<Counted> countries, List<Point> points, long otherPoints) {
    public Places {
        countries = List.copyOf(countries);
        points = List.copyOf(points);
    }

    /**
     * A place on the map.
     *
     * @param id its entity
     * @param name its name
     * @param latitude degrees north, from -90 to 90
     * @param longitude degrees east, from -180 to 180
     * @param articles how many articles name it
     * @param independent how many of them are no reprints
     */
    public record Point(String id, String name, double latitude, double longitude, long articles, long independent) {}
}
