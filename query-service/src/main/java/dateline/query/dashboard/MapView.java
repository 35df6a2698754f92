package dateline.query.dashboard;

import dateline.query.geography.Places;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A map: plate carrée, so that a degree is a unit, x east and y south.
 *
 * @param box the part of the world that holds the points, as an SVG view box
 * @param dots the places, those with the most articles first, so that small ones lie on top
 * @param rows the same in words
 */
public record MapView(String box, List<Dot> dots, List<RankRow> rows) {
    private static final int ROWS = 10;
    private static final double MARGIN = 6;
    /** Nearer would show an outline of a few corners. */
    private static final double NARROWEST = 40;

    /** A place. */
    public record Dot(String x, String y, String radius, String label, String link) {}

    /** The map of these places; none if none has a position. */
    static @Nullable MapView of(Places places, PageAddress address) {
        List<Places.Point> points = places.points().stream()
                .filter(point -> Math.abs(point.latitude()) <= 90 && Math.abs(point.longitude()) <= 180)
                .toList();
        if (points.isEmpty()) {
            return null;
        }
        Box box = Box.around(points);
        long most = points.getFirst().articles();
        return new MapView(
                box.words(),
                points.stream()
                        .map(point -> dot(point, most, box.width(), address))
                        .toList(),
                RankRow.of(
                        points.stream()
                                .limit(ROWS)
                                .map(point -> new RankRow.Ranked(point.id(), point.name(), point.articles(), null))
                                .toList(),
                        address::entity));
    }

    private static Dot dot(Places.Point point, long most, double width, PageAddress address) {
        // Areas, not radii, stand for counts.
        double radius = width / 200 * (1 + 4 * Math.sqrt((double) point.articles() / Math.max(1, most)));
        return new Dot(
                number(point.longitude()),
                number(-point.latitude()),
                number(radius),
                point.name() + ": " + Wording.articles(point.articles()),
                address.entity(point.id()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** A part of the world, twice as wide as high. */
    private record Box(double x, double y, double width) {
        static Box around(List<Places.Point> points) {
            double west =
                    points.stream().mapToDouble(Places.Point::longitude).min().orElse(-180);
            double east =
                    points.stream().mapToDouble(Places.Point::longitude).max().orElse(180);
            double south =
                    points.stream().mapToDouble(Places.Point::latitude).min().orElse(-90);
            double north =
                    points.stream().mapToDouble(Places.Point::latitude).max().orElse(90);
            double wanted = Math.max(east - west, 2 * (north - south)) + 2 * MARGIN;
            double width = Math.clamp(wanted, NARROWEST, 360);
            double x = Math.clamp((west + east - width) / 2, -180, 180 - width);
            double y = Math.clamp(-(north + south) / 2 - width / 4, -90, 90 - width / 2);
            return new Box(x, y, width);
        }

        String words() {
            return number(x) + " " + number(y) + " " + number(width) + " " + number(width / 2);
        }
    }
}
