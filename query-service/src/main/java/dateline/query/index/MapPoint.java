package dateline.query.index;

import dateline.contract.Geography;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A place on the map as the index holds it: one term, so that counting articles by place gives all there is to draw.
 *
 * @param entityId the place's entity
 * @param latitude degrees north, from -90 to 90
 * @param longitude degrees east, from -180 to 180
 * @param name the name to show
 */
public record MapPoint(String entityId, double latitude, double longitude, String name) {
    /** The terms of those places whose position is known. */
    static List<String> pairs(List<Geography.Place> places) {
        return places.stream()
                .filter(place -> place.latitude() != null && place.longitude() != null)
                .map(place -> Names.labelled(
                        place.entityId(),
                        String.format(Locale.ROOT, "%.3f,%.3f,%s", place.latitude(), place.longitude(), place.name())))
                .distinct()
                .toList();
    }

    /** Reads a term back; empty if it is none. */
    public static Optional<MapPoint> of(String term) {
        int id = term.indexOf(Names.SEPARATOR);
        String[] parts = term.substring(id + 1).split(",", 3);
        if (id < 0 || parts.length < 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(new MapPoint(
                    term.substring(0, id), Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), parts[2]));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
